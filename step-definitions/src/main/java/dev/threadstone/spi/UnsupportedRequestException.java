package dev.threadstone.spi;

/** The implementation lacks what the request needs: {@code unsupported} if it declared so, else {@code fail}. */
public final class UnsupportedRequestException extends SessionException {

    private static final long serialVersionUID = 1L;

    public UnsupportedRequestException(String message) {
        super(message);
    }
}
