package dev.threadstone.spi;

/** What has become of a request. */
public sealed interface Outcome {

    record Returned(Value value) implements Outcome {
        @Override
        public String toString() {
            return "returned " + value;
        }
    }

    record Raised(PythonError error) implements Outcome {
        @Override
        public String toString() {
            return "raised " + error;
        }
    }

    /**
     * Not ended. Until the first {@link Session#settle()} after the request was posted this only means that nobody has
     * looked.
     *
     * @param on what it waits in, as Python source: {@code guard.acquire()}
     */
    record Blocked(String on) implements Outcome {
        @Override
        public String toString() {
            return "is blocked in " + on;
        }
    }
}
