package dev.threadstone.vocabulary;

/**
 * The lexical rules of the vocabulary, as regular expressions. Names have no spaces and no capitals; kinds, errors and
 * signals begin with a capital; literals are Python's; everything else is a closed list. That is what keeps steps
 * unambiguous.
 */
final class Patterns {

    static final String NAME = "[a-z][a-z0-9_]*";
    static final String CLASS_NAME = "[A-Z][A-Za-z0-9]*";
    static final String SEVERAL_NAMES = NAME + "(?:, " + NAME + ")* and " + NAME;
    static final String NAME_LIST = NAME + "(?:(?:, " + NAME + ")* and " + NAME + ")?";
    static final String KIND = "Lock|RLock|Condition|Semaphore|BoundedSemaphore|Event|Barrier|Timer|Queue|LifoQueue|"
            + "PriorityQueue|SimpleQueue|ledger|local|list|dict|set|ThreadPoolExecutor|Future|subinterpreter|child interpreter|"
            + "tracer|native thread|native gate|native counter";
    static final String DURATION = "\\d+(?:\\.\\d+)?(?:ms|s|h)";
    static final String STRING = "'[^']*'";
    static final String NUMBER = "-?(?:\\d+(?:\\.\\d+)?(?:e\\d+)?|inf)";
    static final String DOTTED = "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*(?: \\+ \\d+)?";
    static final String VALUE = STRING + "|\\[.*\\]|\\(.*\\)|\\{.*\\}|" + DURATION + "|" + NUMBER + "|" + DOTTED;
    static final String CALL = "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*\\(.*\\)";
    static final String ATTRIBUTE = "[a-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)+";
    static final String KEYWORDS = "| with [a-z_]+=.+";
    static final String BLOCKING = "| without blocking| with timeout " + DURATION;
    static final String ERROR = "(?:[a-z_]+\\.)*[A-Z][A-Za-z]*";
    static final String SIGNAL = "SIG[A-Z0-9]+";
    static final String STATE =
            "(?:not |still )?(?:blocked|alive|finished|unstarted|locked|deadlocked|set|broken|daemonic|empty|full|shut down"
                    + "|pending|running|cancelled|done)";
    static final String BOUND = "exactly|at least|at most";
    static final String TIMES = "once|twice|\\d+ times";
    static final String NEVER_OR_TIMES = "never|" + TIMES;
    static final String SHUTDOWN_MODE = "| immediately| without waiting| cancelling pending futures";
    static final String LEAVING = "| left by return| left by break| left by continue";
    static final String HOW_MANY = "all|\\d+";
    static final String FUTURE_PART = "result|exception";
    static final String UNTIL = "| until (?:FIRST_COMPLETED|FIRST_EXCEPTION|ALL_COMPLETED)";
    static final String CALLABLE_FORM =
            "function|bound method|partial object|callable object|callable object that is false";
    static final String OVERRIDES = "| whose [a-z_]+ is " + NAME + "(?: and [a-z_]+ is " + NAME + ")?";

    static final String AS_TOKEN = "| as token " + NAME;

    private Patterns() {}
}
