package dev.threadstone.world;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Statement;
import dev.threadstone.spi.Value;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's world. Steps act through it and look through it; they never touch the session.
 *
 * <p>After every act the session has settled: whoever has not answered is blocked.
 */
public final class World {

    private final Run run;
    private final Names names = new Names();
    private final Timeline timeline = new Timeline();
    private final List<Consumer<Session>> replay = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final Map<String, Act> latest = new LinkedHashMap<>();
    private final Pace pace = new Pace();
    private final long startedNanos = System.nanoTime();
    private @Nullable Session session;
    private @Nullable Evidence evidence;

    World(Run run) {
        this.run = run;
    }

    /** Opens the fresh interpreter that the scenario runs in. */
    public void open() {
        session = run.implementation().open(new Opening(run.stretch(), 0));
    }

    /** The names of this scenario. */
    public Names names() {
        return names;
    }

    /** The interpreter under direction, for what is no act: activations, exit, time. */
    public Session session() {
        if (session == null) {
            throw new IllegalStateException("The scenario has not begun: no session is open.");
        }
        return session;
    }

    /** Lets one actor do one thing; returns when it has ended or is blocked. */
    public void act(String actor, Request request) {
        post(actor, request);
        settle();
    }

    /** Lets several actors begin at once; returns when each has ended or is blocked. */
    public void actTogether(List<String> actors, Function<String, Request> request) {
        actors.forEach(actor -> post(actor, request.apply(actor)));
        settle();
    }

    /**
     * Lets several actors begin at once, in one fresh session for each schedule, after all that the scenario has done so
     * far.
     *
     * @param requests what each actor is to do
     * @return how often the actors returned what, and how often every variable and container ended with which value
     */
    public Outcomes explore(Map<String, Request> requests, int schedules) {
        var readings = new LinkedHashMap<String, Request>();
        names.ofKind(Kind.VARIABLE).forEach(name -> readings.put(name, Request.get(name, "value")));
        names.ofKind(Kind.LIST).forEach(name -> readings.put(name, Request.call(name, "copy")));
        names.ofKind(Kind.DICT).forEach(name -> readings.put(name, Request.call(name, "copy")));
        names.ofKind(Kind.SET).forEach(name -> readings.put(name, Request.function("sorted", Value.ref(name))));
        var outcomes = new Exploration(run.implementation(), run.stretch(), replay).run(requests, readings, schedules);
        timeline.add(session().now(), "", "outcomes of many schedules, and how often: " + outcomes);
        return outcomes;
    }

    /** Declares a callback under a new name. */
    public void prepare(Callback callback) {
        if (callback.behaviour() instanceof Behaviour.Scripted script) {
            script.requests().forEach(pace::asks);
        }
        if (callback.behaviour() instanceof Behaviour.Program program) {
            Statement.requests(program.body()).forEach(pace::asks);
        }
        replay.add(fresh -> fresh.prepare(callback));
        session().prepare(callback);
    }

    /** Lets the main thread set something up, which has to succeed. */
    public Value setUp(Request request) {
        act(Session.MAIN, request);
        return returned(latest(Session.MAIN));
    }

    /** Looks at something through whichever actor is idle; no step's outcome changes by it. */
    public Value look(Request request) {
        var observer = observer(request);
        var look = new Act(
                observer,
                session().post(activation(observer), request),
                session().virtualTime());
        settle();
        return returned(look);
    }

    /** Looks at something as one actor sees it, who must be idle; no step's outcome changes by it. */
    public Value lookAs(String actor, Request request) {
        refuseBusy(actor, request);
        var look = new Act(
                actor, session().post(activation(actor), request), session().virtualTime());
        settle();
        return returned(look);
    }

    /** The last thing that an actor was asked to do. */
    public Act latest(String actor) {
        var act = latest.get(actor);
        if (act == null) {
            throw new ScenarioMistake("'" + actor + "' has done nothing yet whose outcome a step could look at.");
        }
        return act;
    }

    /** Whether an actor could be given a request now. */
    public boolean idle(String actor) {
        var act = latest.get(actor);
        return session().isActive(activation(actor)) && (act == null || !act.unfinished());
    }

    /** Whether a thread waits for something that cannot come, because a circle of threads wait for each other. */
    public boolean deadlocked(String actor) {
        return Holders.after(acts).deadlocked(actor);
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        pace.passes(duration);
        timeline.add(session().now(), "", Value.of(duration) + " pass");
        settleBy(() -> session().elapse(duration));
    }

    /** Delivers a signal to the interpreter. */
    public void signal(String name) {
        timeline.add(session().now(), "", name + " arrives");
        session().signal(name);
        settle();
    }

    /**
     * Ends the scenario: closes the session and hands in the trace.
     *
     * @return errors that no step looked at, as sentences
     */
    public List<String> close(URI feature, int line, String name, Set<String> tags) {
        var outpaced = false;
        try (var ending = session) {
            if (ending != null) {
                ending.deadlock().ifPresent(report -> timeline.add(ending.now(), "", report));
                outpaced = !ending.virtualTime() && pace.outpaced(ending.now());
            }
        }
        var wallTime = Duration.ofNanos(System.nanoTime() - startedNanos);
        run.traces()
                .accept(new ScenarioTrace(feature, line, name, tags, evidence, timeline.entries(), outpaced, wallTime));
        return acts.stream()
                .filter(Act::surprised)
                .map(act -> act.actor() + " " + act.outcomeUnseen() + " in " + act.request())
                .toList();
    }

    /** What lives on of a session that was closed, as sentences. */
    public List<String> leftBehind() {
        return session == null ? List.of() : session.leftBehind();
    }

    private void post(String actor, Request request) {
        refuseBusy(actor, request);
        pace.asks(request);
        var act = new Act(
                actor, session().post(activation(actor), request), session().virtualTime());
        acts.add(act);
        replay.add(fresh -> {
            fresh.post(actor, request);
            fresh.settle();
        });
        latest.put(actor, act);
    }

    private void refuseBusy(String actor, Request request) {
        var earlier = latest.get(actor);
        if (earlier != null && earlier.unfinished()) {
            throw new ExpectationFailed(
                    actor + " is free to do " + request,
                    actor + " " + earlier.outcomeUnseen() + " since its last step");
        }
        if (!session().isActive(activation(actor))) {
            throw new ExpectationFailed(actor + " is running, to do " + request, actor + " is not running");
        }
    }

    /** Who answers to a name: a task that was called more than once answers in its latest call. */
    private String activation(String actor) {
        return session().activations().stream()
                .filter(activation -> activation.callback().equals(actor) && !activation.ended())
                .reduce((earlier, later) -> later)
                .map(Activation::actor)
                .orElse(actor);
    }

    private String observer(Request request) {
        if (idle(Session.MAIN)) {
            return Session.MAIN;
        }
        return Stream.concat(latest.keySet().stream(), names.ofKind(Kind.THREAD).stream())
                .filter(this::idle)
                .findFirst()
                .orElseThrow(() -> new ExpectationFailed(
                        "some thread is free to look at " + request,
                        latest.values().stream()
                                .map(act -> act.actor() + " " + act.outcomeUnseen())
                                .collect(Collectors.joining("; "))));
    }

    private Value returned(Act act) {
        var outcome = act.outcome();
        if (outcome instanceof Outcome.Returned done) {
            return done.value();
        }
        throw new ExpectationFailed(act.request() + " returns", act.actor() + " " + outcome);
    }

    private void settle() {
        settleBy(() -> session().settle());
    }

    private void settleBy(Supplier<Evidence> settling) {
        try {
            var found = settling.get();
            if (acts.stream().anyMatch(Act::unfinished)) {
                evidence = evidence == null ? found : evidence.and(found);
            }
        } finally {
            acts.forEach(
                    act -> act.news().ifPresent(text -> timeline.add(session().now(), act.actor(), text)));
        }
    }
}
