package dev.threadstone.adapter.nulls;

/** Provides {@code null-raises}. */
public final class RaisesProvider extends NullProvider {

    /** For the service loader. */
    public RaisesProvider() {
        super(NullAnswer.RAISES);
    }
}
