package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers of shared objects. */
class ObjectNumbersTest {

    @Test
    void objectsAreNumberedInTheOrderOfTheirFirstUseAndKeepTheirNumbers() {
        var numbers = new ObjectNumbers();
        List<Object> objects = Stream.generate(Object::new).limit(50).toList();
        for (int i = 0; i < objects.size(); i++) {
            assertThat(numbers.of(objects.get(i))).isEqualTo(i + 1);
        }
        for (int i = 0; i < objects.size(); i++) {
            assertThat(numbers.of(objects.get(i))).isEqualTo(i + 1);
        }
    }

    @Test
    void equalObjectsAreStillDifferentObjects() {
        var numbers = new ObjectNumbers();
        Object one = List.of(1);
        Object other = Stream.of(1).toList();

        assertThat(one).isEqualTo(other);
        assertThat(numbers.of(one)).isNotEqualTo(numbers.of(other));
    }
}
