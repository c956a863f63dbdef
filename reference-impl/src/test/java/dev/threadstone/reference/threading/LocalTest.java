package dev.threadstone.reference.threading;

import static dev.threadstone.reference.Program.raisedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.ValueError;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalTest {

    @Test
    void everyThreadHasValuesOfItsOwn() {
        Program.everywhere(program -> {
            var local = new Local(program.interpreter());
            local.set("value", 1);
            program.started(() -> {
                        assertThat(raisedBy(() -> local.get("value"))).isInstanceOf(AttributeError.class);
                        local.set("value", 2);
                        assertThat(local.get("value")).isEqualTo(2);
                    })
                    .join();
            assertThat(local.get("value")).isEqualTo(1);
        });
    }

    @Test
    void noneIsAValue() {
        Program.simulated(program -> {
            var local = new Local(program.interpreter());
            local.set("value", null);
            assertThat(local.has("value")).isTrue();
            assertThat(local.get("value")).isNull();
            local.delete("value");
            assertThat(local.has("value")).isFalse();
        });
    }

    @Test
    void anInitializerThatFailedIsTriedAgainAtTheNextUse() {
        Program.everywhere(program -> {
            var local = new FailsAtFirst(program.interpreter());
            assertThat(raisedBy(() -> local.get("value"))).isInstanceOf(ValueError.class);
            assertThat(local.get("value")).isEqualTo(2);
        });
    }

    private static final class FailsAtFirst extends Local {

        private final AtomicInteger attempts = new AtomicInteger();

        FailsAtFirst(Interpreter interpreter) {
            super(interpreter);
        }

        @Override
        protected void initialize() {
            int attempt = attempts.incrementAndGet();
            set("value", attempt);
            if (attempt == 1) {
                throw new ValueError("not yet");
            }
        }
    }
}
