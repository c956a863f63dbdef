package dev.threadstone.catalogue;

/** The catalogue cannot be read; the message says which file and entry, and what was expected. */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogueException(String message) {
        super(message);
    }

    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
