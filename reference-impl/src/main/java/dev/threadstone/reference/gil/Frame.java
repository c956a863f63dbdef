package dev.threadstone.reference.gil;

/**
 * One call of a function: what Python shows as a frame.
 *
 * @param module the {@code __name__} of the module that the function is in
 * @param function the function's name
 */
public record Frame(String module, String function) {

    /** A call of a function of the program. */
    public static Frame ofProgram(String function) {
        return new Frame("__main__", function);
    }

    /** Whether the function is the program's own, and not of the library. */
    public boolean isOfProgram() {
        return module.equals("__main__");
    }
}
