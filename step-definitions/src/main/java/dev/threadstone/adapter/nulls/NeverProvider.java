package dev.threadstone.adapter.nulls;

/** Provides {@code null-never}. */
public final class NeverProvider extends NullProvider {

    /** For the service loader. */
    public NeverProvider() {
        super(NullAnswer.NEVER);
    }
}
