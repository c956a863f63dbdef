package dev.threadstone.steps;

import dev.threadstone.spi.Request;
import dev.threadstone.vocabulary.Actor;
import dev.threadstone.vocabulary.CallExpression;
import dev.threadstone.vocabulary.Grades;
import dev.threadstone.vocabulary.Thing;
import dev.threadstone.world.Outcomes;
import dev.threadstone.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schedules: what holds in every one of many, and what may come of them. */
public final class ScheduleSteps {

    private final World world;
    private Outcomes outcomes = Outcomes.NONE;

    public ScheduleSteps(World world) {
        this.world = world;
    }

    @When("{threads} each run {task} under {int} schedules")
    public void runUnderSchedules(List<Actor> threads, Thing task, int schedules) {
        var requests = new LinkedHashMap<String, Request>();
        threads.forEach(thread -> requests.put(thread.name(), run(task)));
        outcomes = world.explore(requests, schedules);
    }

    @When("{thread} runs {task} and {thread} runs {task} under {int} schedules")
    public void runUnderSchedules(Actor one, Thing task, Actor other, Thing othersTask, int schedules) {
        explore(one, run(task), other, run(othersTask), schedules);
    }

    @When("{thread} calls {call} and {thread} calls {call} under {int} schedules")
    public void callUnderSchedules(
            Actor one, CallExpression call, Actor other, CallExpression othersCall, int schedules) {
        explore(one, call.request(), other, othersCall.request(), schedules);
    }

    @Then("the outcomes of {subject} are graded:")
    public void outcomesAreGraded(Thing subject, DataTable grades) {
        Grades.parse(grades.asMaps(), world.names())
                .require(
                        subject.name(),
                        outcomes.of(subject.name()),
                        world.session().virtualTime());
    }

    @Then("the pairs of results are graded:")
    public void resultsAreGraded(DataTable grades) {
        Grades.parse(grades.asMaps(), world.names())
                .require(
                        "the pair of results",
                        outcomes.results(),
                        world.session().virtualTime());
    }

    private void explore(Actor one, Request request, Actor other, Request othersRequest, int schedules) {
        var requests = new LinkedHashMap<>(Map.of(one.name(), request));
        requests.put(other.name(), othersRequest);
        outcomes = world.explore(requests, schedules);
    }

    private static Request run(Thing task) {
        return Request.call(task.name(), "__call__");
    }
}
