package dev.threadstone.adapter.nulls;

/** Provides {@code null-true}. */
public final class TrueProvider extends NullProvider {

    /** For the service loader. */
    public TrueProvider() {
        super(NullAnswer.TRUE);
    }
}
