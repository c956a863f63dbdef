package dev.threadstone.adapter.nulls;

/** Provides {@code null-none}. */
public final class NoneProvider extends NullProvider {

    /** For the service loader. */
    public NoneProvider() {
        super(NullAnswer.NONE);
    }
}
