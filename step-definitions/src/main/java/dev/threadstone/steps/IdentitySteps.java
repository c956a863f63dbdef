package dev.threadstone.steps;

import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.NameForm;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.World;
import io.cucumber.java.en.Then;
import java.util.HashSet;
import java.util.List;

/** Identity: names and identifiers that the runtime chose, compared with each other. */
public final class IdentitySteps {

    private final World world;

    public IdentitySteps(World world) {
        this.world = world;
    }

    @Then("{thread} returned the {word} of {subject}")
    public void returnedAttribute(Actor thread, String attribute, Thing subject) {
        var outcome = world.latest(thread.name()).outcome();
        var value = attribute(subject, attribute);
        require(
                outcome.equals(new Outcome.Returned(value)) && !value.equals(Value.NONE),
                thread + " returned the " + attribute + " of " + subject,
                thread + " " + outcome + "; " + subject + "." + attribute + " is " + value);
    }

    @Then("the {word} of {subject} has the form {form}")
    public void hasForm(String attribute, Thing subject, NameForm form) {
        var value = attribute(subject, attribute);
        require(
                form.admits(value),
                subject + "." + attribute + " has the form " + form + ", where N is a number",
                "it is " + value);
    }

    @Then("no two of {subjects} have the same {word}")
    public void allDifferent(List<Thing> subjects, String attribute) {
        var values =
                subjects.stream().map(subject -> attribute(subject, attribute)).toList();
        require(
                new HashSet<>(values).size() == values.size() && !values.contains(Value.NONE),
                "no two of " + subjects + " have the same " + attribute,
                "these are " + values);
    }

    private Value attribute(Thing subject, String attribute) {
        return world.look(Request.get(subject.name(), attribute));
    }

    private static void require(boolean holds, String expected, String actual) {
        if (!holds) {
            throw new ExpectationFailed(expected, actual);
        }
    }
}
