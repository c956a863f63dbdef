package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.threadstone.spi.Activation;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.Exit;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Trait;
import dev.threadstone.spi.UnsupportedRequestException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A session with an interpreter in another process. */
final class AgentSession implements Session {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int EAGER_LOOKS = 20;
    private static final long EAGER_PAUSE_NANOS = 20_000;
    /** How much later than at its time a timer may wake its thread on an idle machine. */
    private static final long TIMER_SLACK_NANOS = 1_000_000;
    /** How many looks, a millisecond apart, a wait may outlive its own timeout before it is taken to ignore it. */
    private static final int LOOKS_AT_OVERDUE = 25;

    /** Requests that may start processes or end them. */
    private static final Pattern DELICATE =
            Pattern.compile("\\b(?:signal|os|subprocess)\\.|_child|fork|interrupt_main");

    private final Launch launch;
    private final AgentProcess process;
    private final Consumer<AgentSession> whenClosed;
    private final RequestWriter writer;
    private final BlockedProbe probe;
    private final SessionOutput output;
    private final Death death;
    private final Actors actors = new Actors();
    private final Computing computing = new Computing();
    private final Map<String, Callback> callbacks = new HashMap<>();
    private final Map<Long, AgentPending> unanswered = new HashMap<>();
    private final long openedNanos = System.nanoTime();
    private long requests;
    private int unconfirmed;
    private @Nullable JsonNode where;
    private @Nullable Exit exit;
    private boolean healthy;
    private boolean closed;
    private boolean thorough;
    private List<String> leftBehind = List.of();

    AgentSession(Launch launch, AgentProcess process, Greeting greeting, Consumer<AgentSession> whenClosed) {
        this.launch = launch;
        this.process = process;
        this.whenClosed = whenClosed;
        this.writer = new RequestWriter(launch.scale());
        this.output = new SessionOutput(process);
        this.death = new Death(launch, process, output);
        this.probe = probe(greeting.pid());
        actors.main(greeting.message());
        healthy = true;
    }

    @Override
    public void prepare(Callback callback) {
        callbacks.put(callback.name(), callback);
        send(JSON.objectNode().set("prepare", writer.callback(callback)));
    }

    @Override
    public Pending post(String name, Request request) {
        var actor = actors.find(name);
        if (actor == null || !actor.takesRequests()) {
            throw new IllegalStateException("There is no actor '" + name + "' to be given " + request + ".");
        } else if (actor.busy()) {
            throw new IllegalStateException("'" + name + "' has not answered its last request.");
        }
        var pending = new AgentPending(++requests, actor, request, launch.scale());
        var message = JSON.objectNode().put("to", actor.inbox()).put("id", requests);
        message.set("request", writer.request(request));
        actor.begin(pending);
        thorough |= DELICATE.matcher(request.toString()).find();
        unanswered.put(requests, pending);
        send(message);
        return pending;
    }

    @Override
    public Evidence settle() {
        healthy = false;
        var evidence = comeToRest(new Patience(launch.hangBudget()));
        healthy = true;
        return evidence;
    }

    @Override
    public Evidence elapse(Duration duration) {
        long end = System.nanoTime() + launch.scale().toRealNanos(duration) + TIMER_SLACK_NANOS;
        for (long left = end - System.nanoTime(); left > 0 && exit == null; left = end - System.nanoTime()) {
            takeIn(left / 1_000_000 + 1);
        }
        return settle();
    }

    @Override
    public void signal(String name) {
        if (!process.describe().traits().contains(Trait.SIGNALS)) {
            throw new UnsupportedRequestException("The runtime has declared that it has no signals.");
        }
        unconfirmed++;
        thorough = true;
        send(JSON.objectNode().put("signal", name));
        death.expect(name);
    }

    @Override
    public boolean isActive(String name) {
        var actor = actors.find(name);
        return actor != null && actor.takesRequests();
    }

    @Override
    public List<Activation> activations() {
        return actors.activations();
    }

    @Override
    public Optional<Exit> exit() {
        return Optional.ofNullable(exit);
    }

    @Override
    public Duration now() {
        return launch.scale().toScenario(System.nanoTime() - openedNanos);
    }

    @Override
    public boolean virtualTime() {
        return false;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!healthy) {
                process.kill();
            }
            probe.close();
            process.endSession();
            if (exit != null || thorough) {
                leftBehind = process.endLeftovers();
            }
            whenClosed.accept(this);
        }
    }

    /** Looked for after scenarios that exit, send signals or use the operating system: it takes some milliseconds. */
    @Override
    public List<String> leftBehind() {
        return leftBehind;
    }

    AgentProcess process() {
        return process;
    }

    private Evidence comeToRest(Patience patience) {
        int overdueLooks = 0;
        for (int looks = 0; ; looks++) {
            takeIn(0);
            var busy = computing.threads();
            if (exit != null) {
                return Evidence.OBSERVED;
            }
            if (awaitsAgent()) {
                takeIn(patience.millis(10));
            } else if (probe.atRest(busy) && !takeIn(0)) {
                boolean overdue = overdueLooks < LOOKS_AT_OVERDUE
                        && unanswered.values().stream().anyMatch(AgentPending::isOverdue);
                if (!overdue && locate(patience, busy)) {
                    return probe.evidence();
                }
                overdueLooks++;
                takeIn(1);
            } else if (looks > EAGER_LOOKS) {
                takeIn(1);
            } else {
                LockSupport.parkNanos(EAGER_PAUSE_NANOS);
            }
            refuseHang(patience);
        }
    }

    /** Whether a request or signal is still on its way to whoever is to take it. */
    private boolean awaitsAgent() {
        return unconfirmed > 0
                || unanswered.values().stream().anyMatch(pending -> !pending.entered())
                || process.connection("session").ended();
    }

    /**
     * Asks where in a sequence or a callback the blocked requests are. Whether those that were not looked at because they
     * compute may go on with it.
     */
    private boolean locate(Patience patience, Set<String> busy) {
        if (unanswered.isEmpty() && busy.isEmpty()) {
            return true;
        }
        where = null;
        send(JSON.objectNode().put("where", true));
        while (where == null && exit == null) {
            takeIn(patience.millis(10));
            refuseHang(patience);
        }
        if (where != null) {
            var trails = new Trails(callbacks);
            for (var pending : unanswered.values()) {
                pending.blockedOn(trails.innermost(pending, where).toString());
            }
        }
        return computing.mayGoOn(busy);
    }

    private boolean takeIn(long millis) {
        boolean any = process.poll(millis);
        if (any) {
            output.collect();
            process.connection("session").messages().forEach(this::hear);
        }
        if (exit == null
                && (process.connection("session").ended() || process.status().isPresent())) {
            exit = death.exit(unanswered.values());
            actors.endAll();
        }
        return any;
    }

    private void hear(JsonNode message) {
        if (message.has("enter")) {
            pending(message.get("enter")).enter(message);
        } else if (message.has("leave")) {
            pending(message.get("leave")).leave(message);
            unanswered.remove(message.get("leave").asLong());
        } else if (message.has("entered")) {
            actors.entered(message);
        } else if (message.has("left")) {
            actors.left(message);
        } else if (message.has("signalled")) {
            unconfirmed--;
        } else if (message.has("where")) {
            where = message.get("where");
            computing.heed(message.path("busy"));
        } else if (message.has("busy")) {
            computing.begin(message.get("busy").asText());
        } else if (message.has("idle")) {
            computing.end(message.get("idle").asText());
        } else if (message.has("ending")) {
            death.announce();
            actors.endMain();
        } else if (message.has("fault")) {
            throw new AdapterException(message.get("fault").asText());
        } else {
            throw new AdapterException("The agent said what the protocol does not know: " + message);
        }
    }

    private AgentPending pending(JsonNode number) {
        var pending = unanswered.get(number.asLong());
        if (pending == null) {
            throw new AdapterException("The agent speaks of request " + number + ", which nobody has made.");
        }
        return pending;
    }

    private void send(ObjectNode message) {
        process.connection("session").send(message); // if nobody is there, the next look finds out
    }

    private void refuseHang(Patience patience) {
        if (patience.isOver()) {
            throw new RuntimeHungException("The runtime did not come to rest within "
                    + launch.hangBudget().toMillis() + " ms." + unfinished() + output.quoted());
        }
    }

    private String unfinished() {
        var text = new StringBuilder();
        unanswered
                .values()
                .forEach(pending -> text.append(
                        "\n%s has not answered %s.".formatted(pending.actor().name(), pending.request())));
        return text.toString();
    }

    private BlockedProbe probe(long pid) {
        var polls = process.describe().name().equals("pypy");
        return ThreadSweep.isPossible(pid)
                ? ThreadSweep.of(pid, polls ? ThreadSweep.POLLING_HOLD_NANOS : 0)
                : new QuietWindow(process.selector(), launch.quietWindow());
    }
}
