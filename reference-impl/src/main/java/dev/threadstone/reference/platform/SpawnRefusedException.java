package dev.threadstone.reference.platform;

/** The platform cannot, or will not, start another thread; the message says why. */
public final class SpawnRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SpawnRefusedException(String message) {
        super(message);
    }
}
