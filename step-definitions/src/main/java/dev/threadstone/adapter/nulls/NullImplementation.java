package dev.threadstone.adapter.nulls;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Trait;
import java.util.Set;

/** Claims every trait, so that every scenario is put to it. */
final class NullImplementation implements Implementation {

    private final NullAnswer answer;
    private final PythonVersion python;
    private final Description.Build build;

    NullImplementation(NullAnswer answer, PythonVersion python, Description.Build build) {
        this.answer = answer;
        this.python = python;
        this.build = build;
    }

    @Override
    public Description describe() {
        return new Description(answer.label(), "1", python, build, "linux", Set.of(Trait.values()));
    }

    @Override
    public Session open(Opening opening) {
        return new NullSession(answer);
    }

    @Override
    public void close() {}
}
