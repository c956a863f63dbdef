package dev.threadstone.steps;

import dev.threadstone.spi.AdapterException;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.stream.Collectors;

/** A fresh interpreter before each scenario; afterwards nothing may have been overlooked. */
public final class ScenarioLife {

    private final World world;

    public ScenarioLife(World world) {
        this.world = world;
    }

    @Before
    public void open() {
        world.open();
    }

    @After
    public void close(Scenario scenario) {
        var tags = scenario.getSourceTagNames().stream()
                .map(tag -> tag.substring(1))
                .collect(Collectors.toUnmodifiableSet());
        var overlooked = world.close(scenario.getUri(), scenario.getLine(), scenario.getName(), tags);
        var left = world.leftBehind();
        if (!scenario.isFailed() && !left.isEmpty()) {
            throw new AdapterException(String.join(" ", left));
        }
        if (!scenario.isFailed() && !overlooked.isEmpty()) {
            throw new ExpectationFailed("no error that the scenario does not speak of", String.join("; ", overlooked));
        }
    }
}
