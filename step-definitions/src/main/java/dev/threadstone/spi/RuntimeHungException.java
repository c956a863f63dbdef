package dev.threadstone.spi;

/** The runtime under judgement did not come to rest within the hang budget: verdict {@code hang}. */
public final class RuntimeHungException extends SessionException {

    private static final long serialVersionUID = 1L;

    public RuntimeHungException(String message) {
        super(message);
    }
}
