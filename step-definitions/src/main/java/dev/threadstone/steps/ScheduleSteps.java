package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.Grades;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;

/** Schedules: what holds in every one of many, and what may come of them. */
public final class ScheduleSteps {

    private final World world;
    private Map<String, Map<Value, Integer>> outcomes = Map.of();

    public ScheduleSteps(World world) {
        this.world = world;
    }

    @When("{threads} each run {task} under {int} schedules")
    public void runUnderSchedules(List<Actor> threads, Thing task, int schedules) {
        var call = Request.call(task.name(), "__call__");
        outcomes = world.explore(threads.stream().map(Actor::name).toList(), actor -> call, schedules);
    }

    @Then("the outcomes of {variable} are graded:")
    public void outcomesAreGraded(Thing variable, DataTable grades) {
        Grades.parse(grades.asMaps(), world.names())
                .require(variable.name(), outcomes.getOrDefault(variable.name(), Map.of()));
    }
}
