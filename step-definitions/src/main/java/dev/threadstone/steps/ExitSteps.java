package dev.threadstone.steps;

import dev.threadstone.spi.Exit;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;

/** Interpreter exit: whether it has come, and with what. The main thread begins it by finishing. */
public final class ExitSteps {

    private final World world;

    public ExitSteps(World world) {
        this.world = world;
    }

    @Then("the interpreter has exited with status {int}")
    public void exitedWith(int status) {
        var exit = exit();
        require(
                exit.status() == status,
                "the interpreter exits with status " + status,
                "status " + exit.status() + quoted(", standard error: ", exit.stderr()));
    }

    @Then("the interpreter has not exited")
    public void notExited() {
        require(world.session().exit().isEmpty(), "the interpreter is still there", "it has exited");
    }

    @Then("nothing was written to standard error")
    public void silent() {
        var text = exit().stderr();
        require(text.isEmpty(), "standard error is empty", "it is " + text);
    }

    private Exit exit() {
        return world.session()
                .exit()
                .orElseThrow(() -> new ExpectationFailed("the interpreter has exited", "it is still there"));
    }

    private static void require(boolean holds, String expected, String actual) {
        if (!holds) {
            throw new ExpectationFailed(expected, actual);
        }
    }

    private static String quoted(String intro, String text) {
        return text.isEmpty() ? "" : intro + text.strip();
    }
}
