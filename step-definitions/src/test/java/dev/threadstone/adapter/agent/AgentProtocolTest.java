package dev.threadstone.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides keep to the schema of the protocol. */
class AgentProtocolTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whatever was said. */
    private static final class RecordedTraffic implements Traffic {
        final List<JsonNode> toAgent = new ArrayList<>();
        final List<JsonNode> fromAgent = new ArrayList<>();

        @Override
        public void toAgent(JsonNode message) {
            toAgent.add(message);
        }

        @Override
        public void fromAgent(JsonNode message) {
            fromAgent.add(message);
        }
    }

    @Test
    void everyMessageOfASessionIsInTheSchema() throws IOException {
        var record = new RecordedTraffic();
        var launch = AgentProvider.launch(Pythons.python3(), record);
        try (var implementation = AgentImplementation.open(launch);
                var session = implementation.open()) {
            sayEverything(session);
        }
        assertThat(record.toAgent).allSatisfy(message -> assertValid("toSession", "toZygote", message));
        assertThat(record.fromAgent).allSatisfy(message -> assertValid("fromSession", "fromZygote", message));
        assertThat(kinds(record.toAgent)).contains("fork", "prepare", "to", "signal", "where");
        assertThat(kinds(record.fromAgent))
                .contains("hello", "enter", "leave", "entered", "left", "signalled", "where", "ending", "exit");
        assertThat(requests(record.toAgent))
                .contains("new", "call", "function", "get", "set", "bind", "subclass", "with", "sequence", "reply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"enter\": 1}",
                "{\"enter\": \"1\", \"at\": 5}",
                "{\"leave\": 1, \"at\": 5}",
                "{\"leave\": 1, \"at\": 5, \"value\": 1.5}",
                "{\"leave\": 1, \"at\": 5, \"value\": {\"constant\": \"a.b\", \"plus\": 0}}",
                "{\"hello\": \"session\", \"protocol\": 1, \"token\": \"t\", \"pid\": 1}",
                "{\"entered\": \"f\", \"thread\": 1}",
                "{\"surprise\": 1}"
            })
    void aWrongReportIsNotInTheSchema(String message) throws IOException {
        assertThat(faults("fromSession", JSON.readTree(message))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\": 1, \"id\": 1}",
                "{\"to\": 1, \"id\": 1, \"request\": {\"do\": \"dance\"}}",
                "{\"to\": 1, \"id\": 1, \"request\": {\"do\": \"get\", \"target\": {\"ref\": \"x\"}}}",
                "{\"to\": 1, \"id\": 1, \"request\": {\"do\": \"get\", \"target\": 1.5, \"attribute\": \"x\"}}",
                "{\"signal\": 2}"
            })
    void aWrongOrderIsNotInTheSchema(String message) throws IOException {
        assertThat(faults("toSession", JSON.readTree(message))).isNotEmpty();
    }

    private static void sayEverything(Session session) {
        var python = new Direction(session);
        python.bind("guard", "threading.Lock");
        python.get(Request.create("threading.Event", Arguments.NONE));
        python.startControlled("alpha");
        python.script("body", new Ending.Return(Value.of("done")), Request.call("guard", "locked"));
        python.get(new Request.With(Value.ref("guard"), "body", Request.Leave.END));
        session.prepare(new Callback(
                "method", Callback.Form.BOUND_METHOD, Callback.controlled("x").behaviour()));
        python.get(new Request.Subclass("Worker", "threading.Thread", Map.of("run", "body")));
        python.get(new Request.Set(Value.ref("alpha"), "mark", everyValue()));
        python.get("alpha", "mark");
        python.function("len", everyValue());
        python.function("iter", Value.list());
        python.script("fail", new Ending.RaiseNamed("boom", "ValueError", Arguments.of(everyValue())));
        python.outcome(Request.call("fail", "__call__"));
        python.function("signal.signal", Value.constant("signal.SIGUSR1"), Value.ref("body"));
        session.signal("SIGUSR1");
        session.settle();
        python.call("guard", "acquire");
        var sequence = new Request.Sequence(List.of(Request.call("guard", "acquire")), 1);
        python.act("alpha", sequence);
        python.call("guard", "release");
        python.reply("alpha", new Ending.Raise("SystemExit", Arguments.NONE));
        python.reply(Session.MAIN, Ending.RETURN_NONE);
    }

    private static Value everyValue() {
        return Value.list(
                Value.NONE,
                Value.TRUE,
                Value.of(1),
                Value.of(1.5),
                Value.of(Duration.ofSeconds(1)),
                Value.of("text"),
                Value.tuple(Value.ref("guard")),
                Value.constant("threading.TIMEOUT_MAX"),
                new Value.DictOf(Map.of("key", Value.list())));
    }

    private static void assertValid(String first, String second, JsonNode message) throws IOException {
        if (!faults(first, message).isEmpty()) {
            assertThat(faults(second, message)).as(message.toString()).isEmpty();
        }
    }

    private static Set<ValidationMessage> faults(String definition, JsonNode message) throws IOException {
        return schema(definition).validate(message);
    }

    private static JsonSchema schema(String definition) throws IOException {
        try (var source = AgentProtocolTest.class.getResourceAsStream("protocol.schema.json")) {
            var all = (ObjectNode) JSON.readTree(source);
            all.remove("oneOf");
            all.put("$ref", "#/$defs/" + definition);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(all);
        }
    }

    private static Set<String> kinds(List<JsonNode> messages) {
        var kinds = new HashSet<String>();
        messages.forEach(message -> kinds.add(message.fieldNames().next()));
        return kinds;
    }

    private static List<String> requests(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.path("request").path("do").asText())
                .toList();
    }
}
