package dev.threadstone.cli;

import dev.threadstone.adapter.nulls.TrueProvider;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.Settings;

/** An implementation of a user's own, which no service file of the suite names. */
public final class SampleProvider implements ImplementationProvider {

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String summary() {
        return "a sample";
    }

    @Override
    public Implementation open(Settings settings) {
        return new TrueProvider().open(settings);
    }
}
