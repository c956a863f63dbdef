package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The last part of what a program wrote. */
class OutputTailTest {

    private final OutputTail tail = new OutputTail();

    @Test
    void shortOutputIsKeptWhole() {
        append("one ");
        append("two");
        assertThat(tail.text()).isEqualTo("one two");
    }

    @Test
    void longOutputLosesItsBeginning() {
        append("start" + "x".repeat(64 * 1024 - 8));
        append("the end");
        assertThat(tail.text()).startsWith("[.. 4 bytes cut ..]txx").endsWith("xthe end");
    }

    @Test
    void onePieceMayBeLongerThanTheTail() {
        append("y".repeat(200_000) + "z");
        assertThat(tail.text()).startsWith("[.. 134465 bytes cut ..]y").endsWith("yz");
    }

    private void append(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        tail.append(bytes, 0, bytes.length);
    }
}
