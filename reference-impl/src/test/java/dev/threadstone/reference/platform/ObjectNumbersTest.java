package dev.threadstone.reference.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
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
        List<List<Integer>> equal =
                Stream.generate(() -> Stream.of(1).toList()).limit(50).toList();
        List<Integer> given = equal.stream().map(numbers::of).toList();

        assertThat(equal).containsOnly(List.of(1));
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void anObjectThatWasNumberedIsNotKeptAlive() {
        var numbers = new ObjectNumbers();
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Object object = new Object();
            numbers.of(object);
            dropped.add(new WeakReference<>(object));
        }
        System.gc();

        assertThat(dropped).allMatch(reference -> reference.refersTo(null));
        assertThat(numbers.of(numbers)).isEqualTo(51);
    }
}
