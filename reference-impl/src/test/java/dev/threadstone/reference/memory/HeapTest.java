package dev.threadstone.reference.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Exit;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapTest {

    private final List<String> finalized = new ArrayList<>();

    @Test
    void theLastReleaseFinalizesAnObjectAndWhatOnlyItRefersTo() {
        Program.simulated(program -> {
            var owner = named(program, "owner");
            var part = named(program, "part");
            owner.refer(part);
            owner.retain();
            owner.retain();
            owner.release();
            assertThat(finalized).isEmpty();
            owner.release();
            assertThat(finalized).containsExactly("owner", "part");
        });
    }

    @Test
    void aCycleWaitsForTheCollectorWhichLeavesAloneWhatIsReachable() {
        Program.simulated(program -> {
            var heap = program.interpreter().heap();
            var one = named(program, "one");
            var other = named(program, "other");
            one.refer(other);
            other.refer(one);
            one.retain();
            assertThat(heap.collect()).isZero();
            one.release();
            assertThat(finalized).isEmpty();
            assertThat(heap.collect()).isEqualTo(2);
            assertThat(finalized).containsExactlyInAnyOrder("one", "other");
            assertThat(heap.collect()).isZero();
        });
    }

    @Test
    void modulesKeepObjectsUntilTheInterpreterExits() {
        Exit exit = Program.exitOf(program -> {
            var stdout = program.interpreter().stdout();
            var heap = program.interpreter().heap();
            heap.keepInModule(heap.newObject(PyCallable.of(() -> stdout.write("finalized"))));
            stdout.write("main ends, ");
        });
        assertThat(exit).isEqualTo(new Exit(0, "main ends, finalized", ""));
    }

    @Test
    void theErrorOfAFinalizerIsReportedAsUnraisable() {
        Exit exit = Program.exitOf(program -> {
            var object = program.interpreter().heap().newObject(PyCallable.named("clean_up", () -> {
                throw new ValueError("boom");
            }));
            object.retain();
            object.release();
        });
        assertThat(exit.stderr()).startsWith("Exception ignored in: clean_up\n").contains("ValueError: boom");
    }

    private Finalizable named(Program program, String name) {
        return program.interpreter().heap().newObject(PyCallable.of(() -> finalized.add(name)));
    }
}
