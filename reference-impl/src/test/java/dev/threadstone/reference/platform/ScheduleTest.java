package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as text. */
class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1:random:42",
                "v1:random:-9223372036854775808",
                "v1:pct:3/100/42",
                "v1:replay:42/",
                "v1:replay:-1/01az(36)(1000)2"
            })
    void aScheduleIsReadBackFromItsText(String text) {
        assertThat(Schedule.parse(text)).hasToString(text);
    }

    @Test
    void choicesAreWrittenAsOneSymbolEach() {
        assertThat(Schedule.replay(5, List.of(0, 9, 10, 35, 36, 1))).hasToString("v1:replay:5/09az(36)1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "random:42",
                "v2:random:42",
                "v1:random:",
                "v1:random:x",
                "v1:dfs:2",
                "v1:replay:01",
                "v1:replay:1/A",
                "v1:pct:0/1/1",
                "v1:random:9223372036854775808"
            })
    void whatIsNoScheduleIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(text));
    }
}
