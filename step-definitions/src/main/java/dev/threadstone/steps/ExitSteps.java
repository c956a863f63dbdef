package dev.threadstone.steps;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Exit;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Interpreter exit: whether it has come, and with what. The main thread begins it by finishing. */
public final class ExitSteps {

    private final World world;

    public ExitSteps(World world) {
        this.world = world;
    }

    @When("{thread} exits with status {int}")
    public void exits(Actor thread, int status) {
        var exit = new Ending.Raise("SystemExit", Arguments.of(Value.of(status)));
        world.act(thread.name(), new Request.Reply(exit));
    }

    @Then("the interpreter has exited with status {int}")
    public void exitedWith(int status) {
        var exit = exit();
        require(
                exit.status() == status,
                "the interpreter exits with status " + status,
                "status " + exit.status() + quoted(", standard error: ", exit.stderr()));
    }

    @Then("the interpreter has exited")
    public void hasExited() {
        exit();
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

    @Then("standard error contains {string}")
    public void standardErrorContains(String part) {
        var text = exit().stderr();
        require(text.contains(part), "standard error contains '" + part + "'", "it is '" + text.strip() + "'");
    }

    @Then("standard error does not contain {string}")
    public void standardErrorDoesNotContain(String part) {
        var text = exit().stderr();
        require(!text.contains(part), "standard error does not contain '" + part + "'", "it is '" + text.strip() + "'");
    }

    @Then("standard output was {string}")
    public void standardOutput(String text) {
        standardOutput(text, text);
    }

    @Then("standard output was {string} or {string}")
    public void standardOutput(String one, String other) {
        var text = exit().stdout();
        require(
                text.equals(one) || text.equals(other),
                "standard output is '" + one + (one.equals(other) ? "'" : "' or '" + other + "'"),
                "'" + text + "'");
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
