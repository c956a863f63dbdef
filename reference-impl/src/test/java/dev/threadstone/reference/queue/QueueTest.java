package dev.threadstone.reference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.Empty;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final int PRODUCERS = 3;
    private static final int ITEMS_EACH = 4;

    @Test
    void whateverTheScheduleEveryItemComesOutOnceAndTheCapacityIsKept() {
        Program.everywhere(program -> {
            var queue = new Queue(program.interpreter(), 2);
            List<Thread> producers = IntStream.range(0, PRODUCERS)
                    .mapToObj(producer -> program.started(() -> putAll(queue, producer)))
                    .toList();
            List<Object> received = Collections.synchronizedList(new ArrayList<>());
            List<Thread> consumers = IntStream.range(0, PRODUCERS)
                    .mapToObj(consumer -> program.started(() -> getAll(queue, received)))
                    .toList();
            queue.join();
            producers.forEach(Thread::join);
            consumers.forEach(Thread::join);
            assertThat(received)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PRODUCERS * ITEMS_EACH)
                            .<Object>mapToObj(item -> item)
                            .toList());
            assertThat(queue.isEmpty()).isTrue();
        });
    }

    private static void putAll(Queue queue, int producer) {
        for (int item = 0; item < ITEMS_EACH; item++) {
            queue.put(producer * ITEMS_EACH + item);
            assertThat(queue.qsize()).isLessThanOrEqualTo(2);
        }
    }

    private static void getAll(Queue queue, List<Object> received) {
        for (int item = 0; item < ITEMS_EACH; item++) {
            received.add(queue.get());
            queue.taskDone();
        }
    }

    @Test
    void whateverTheScheduleASimpleQueueServesAllWhoWait() {
        Program.everywhere(program -> {
            var queue = new SimpleQueue(program.interpreter());
            List<Object> received = Collections.synchronizedList(new ArrayList<>());
            List<Thread> consumers = IntStream.range(0, PRODUCERS)
                    .mapToObj(consumer -> program.started(() -> received.add(queue.get())))
                    .toList();
            IntStream.range(0, PRODUCERS).forEach(queue::put);
            consumers.forEach(Thread::join);
            assertThat(received).containsExactlyInAnyOrder(0, 1, 2);
            assertThatThrownBy(queue::getNowait).isInstanceOf(Empty.class);
        });
    }

    @Test
    void nullIsAnItemLikeAnyOther() {
        Program.simulated(program -> {
            for (Queue queue : List.of(new Queue(program.interpreter()), new LifoQueue(program.interpreter()))) {
                queue.put(null);
                assertThat(queue.qsize()).isOne();
                assertThat(queue.get(true, Timeout.ofSeconds(0))).isNull();
            }
            var simple = new SimpleQueue(program.interpreter());
            simple.put(null);
            assertThat(simple.get()).isNull();
        });
    }

    @Test
    void aPriorityQueueSortsWhatJavaCanCompare() {
        Program.simulated(program -> {
            var queue = new PriorityQueue(program.interpreter());
            var random = new Random(42);
            List<Integer> numbers = random.ints(200, 0, 50)
                    .boxed()
                    .sorted(Collections.reverseOrder())
                    .toList();
            List<Integer> shuffled = new ArrayList<>(numbers);
            Collections.shuffle(shuffled, random);
            shuffled.forEach(queue::put);
            List<Object> sorted = new ArrayList<>();
            while (!queue.isEmpty()) {
                sorted.add(0, queue.get());
            }
            assertThat(sorted).isEqualTo(numbers);
        });
    }

    @Test
    void whatJavaCannotCompareIsRefusedButStored() {
        Program.simulated(program -> {
            var queue = new PriorityQueue(program.interpreter());
            queue.put("text");
            assertThatThrownBy(() -> queue.put(1)).isInstanceOf(TypeError.class);
            assertThat(queue.qsize()).isEqualTo(2);
            assertThat(queue.unfinishedTasks()).isOne();
        });
    }

    @Test
    void beforePython313NoQueueCanBeShutDown() {
        Program.everywhere(InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 12)), program -> {
            var queue = new Queue(program.interpreter());
            assertThatThrownBy(() -> queue.shutdown(false)).isInstanceOf(AttributeError.class);
            assertThatThrownBy(queue::isShutdown).isInstanceOf(AttributeError.class);
        });
    }

    @Test
    void reportsSayWhatAThreadWaitsForInAQueue() {
        Program.simulated(program -> {
            var queue = new Queue(program.interpreter(), 1);
            queue.label("jobs");
            Thread consumer = program.started(queue::get);
            assertThat(program.reportAtRest()).contains("jobs.not_empty");
            queue.put("work");
            consumer.join();
            queue.put("work");
            Thread producer = program.started(() -> queue.put("more"));
            assertThat(program.reportAtRest()).contains("jobs.not_full");
            queue.getNowait();
            producer.join();
        });
    }

    @Test
    void theMutexIsFreeAfterAStorageHasRaised() {
        Program.everywhere(program -> {
            var queue = new Queue(program.interpreter(), 0, new Refusing());
            assertThatThrownBy(() -> queue.put("work")).isInstanceOf(TypeError.class);
            assertThat(queue.mutex().locked()).isFalse();
            assertThat(queue.unfinishedTasks()).isZero();
        });
    }

    /** A storage that takes nothing. */
    private static final class Refusing implements Storage {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public void put(@Nullable Object item) {
            throw new TypeError("nothing fits here");
        }

        @Override
        public @Nullable Object get() {
            throw new TypeError("nothing is here");
        }
    }
}
