package dev.threadstone.reference.gil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceFunctionsTest {

    private static final Frame FRAME = Frame.ofProgram("job");

    private final TraceFunctions functions = new TraceFunctions();
    private final List<TraceFunction.Event> events = new ArrayList<>();

    @Test
    void itIsToldOfTheCallAndOfTheReturnEvenIfTheFunctionRaises() {
        functions.install(TraceKind.TRACE, (event, frame) -> events.add(event));
        assertThatThrownBy(() -> functions.around(FRAME, () -> {
                    throw new ValueError("boom");
                }))
                .isInstanceOf(ValueError.class);
        assertThat(events).containsExactly(TraceFunction.Event.CALL, TraceFunction.Event.RETURN);
    }

    @Test
    void aTraceFunctionIsNotToldOfTheReturnFromACallThatItWasNotToldOf() {
        functions.around(FRAME, () -> {
            functions.install(TraceKind.TRACE, (event, frame) -> events.add(event));
            return true;
        });
        functions.install(TraceKind.PROFILE, (event, frame) -> {});
        assertThat(events).isEmpty();
    }

    @Test
    void whileItRunsItIsToldOfNothing() {
        functions.install(TraceKind.TRACE, (event, frame) -> {
            events.add(event);
            functions.around(FRAME, () -> true);
        });
        assertThat(functions.<Boolean>around(FRAME, () -> true)).isTrue();
        assertThat(events).containsExactly(TraceFunction.Event.CALL, TraceFunction.Event.RETURN);
    }

    @Test
    void oneThatFailsIsRemovedAndTheOtherKindStays() {
        functions.install(TraceKind.PROFILE, (event, frame) -> events.add(event));
        functions.install(TraceKind.TRACE, (event, frame) -> {
            throw new ValueError("boom");
        });
        assertThatThrownBy(() -> functions.around(FRAME, () -> true)).isInstanceOf(ValueError.class);
        assertThat(functions.get(TraceKind.TRACE)).isNull();
        assertThat(functions.get(TraceKind.PROFILE)).isNotNull();
    }
}
