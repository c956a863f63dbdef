package dev.threadstone.spi;

/** How a callback, or the main module, ends. */
public sealed interface Ending {

    Ending RETURN_NONE = new Return(Value.NONE);

    record Return(Value value) implements Ending {
        @Override
        public String toString() {
            return "return " + value;
        }
    }

    /** Raises a new error: {@code raise type(*arguments)}. */
    record Raise(String type, Arguments arguments) implements Ending {
        @Override
        public String toString() {
            return "raise " + type + "(" + arguments + ")";
        }
    }

    /**
     * Raises the error object of a name, made at its first use: {@code raise name}. What comes back out of the runtime is
     * then recognised as the same object ({@link PythonError#identity()}).
     */
    record RaiseNamed(String name, String type, Arguments arguments) implements Ending {
        @Override
        public String toString() {
            return "raise " + name;
        }
    }
}
