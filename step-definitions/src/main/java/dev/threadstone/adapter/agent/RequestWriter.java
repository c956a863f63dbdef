package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Value;
import java.util.List;
import java.util.Locale;

/** Writes what the scenario wants as messages of the protocol. Scales scenario time on the way. */
final class RequestWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TimeScale scale;

    RequestWriter(TimeScale scale) {
        this.scale = scale;
    }

    ObjectNode callback(Callback callback) {
        var node = JSON.objectNode();
        node.put("name", callback.name());
        node.put("form", callback.form().name().toLowerCase(Locale.ROOT));
        if (callback.behaviour() instanceof Behaviour.Program program) {
            node.put("program", program.source(duration -> String.valueOf(scale.toRealSeconds(duration))));
        }
        if (callback.behaviour() instanceof Behaviour.Scripted scripted) {
            var script = node.putObject("script");
            script.set("requests", requests(scripted.requests()));
            script.set("ending", ending(scripted.ending()));
        }
        return node;
    }

    ObjectNode request(Request request) {
        if (request instanceof Request.New made) {
            return with(did("new").put("type", made.type()), made.arguments());
        } else if (request instanceof Request.Call call) {
            var node = did("call").put("method", call.method());
            node.set("target", value(call.target()));
            return with(node, call.arguments());
        } else if (request instanceof Request.Function function) {
            return with(did("function").put("name", function.name()), function.arguments());
        } else if (request instanceof Request.Get get) {
            return did("get").put("attribute", get.attribute()).set("target", value(get.target()));
        } else if (request instanceof Request.Set set) {
            var node = did("set").put("attribute", set.attribute());
            node.set("target", value(set.target()));
            return node.set("value", value(set.value()));
        }
        return composite(request);
    }

    private ObjectNode composite(Request request) {
        if (request instanceof Request.Bind bind) {
            return did("bind").put("name", bind.name()).set("request", request(bind.request()));
        } else if (request instanceof Request.Await await) {
            return did("await").set("request", request(await.request()));
        } else if (request instanceof Request.Name named) {
            return did("name").set("value", value(named.value()));
        } else if (request instanceof Request.Subclass subclass) {
            var node = did("subclass").put("name", subclass.name()).put("base", subclass.base());
            var overrides = node.putObject("overrides");
            subclass.overrides().forEach(overrides::put);
            return node;
        } else if (request instanceof Request.With with) {
            var node = did("with").put("body", with.body());
            node.put("leave", with.leave().name().toLowerCase(Locale.ROOT));
            return node.set("target", value(with.target()));
        } else if (request instanceof Request.Sequence sequence) {
            return did("sequence").put("times", sequence.times()).set("requests", requests(sequence.requests()));
        } else if (request instanceof Request.Reply reply) {
            return did("reply").set("ending", ending(reply.ending()));
        }
        throw new IllegalArgumentException("The agent protocol has no word for " + request);
    }

    private ObjectNode ending(Ending ending) {
        if (ending instanceof Ending.Return returned) {
            return JSON.objectNode().set("return", value(returned.value()));
        } else if (ending instanceof Ending.Raise raise) {
            return with(JSON.objectNode().put("raise", raise.type()), raise.arguments());
        }
        var named = (Ending.RaiseNamed) ending;
        return with(JSON.objectNode().put("raise", named.type()).put("name", named.name()), named.arguments());
    }

    private JsonNode value(Value value) {
        if (value instanceof Value.None) {
            return JSON.nullNode();
        } else if (value instanceof Value.Bool bool) {
            return JSON.booleanNode(bool.value());
        } else if (value instanceof Value.Int integer) {
            return JSON.numberNode(integer.value());
        } else if (value instanceof Value.Real real) {
            return real(real.value());
        } else if (value instanceof Value.Text text) {
            return JSON.textNode(text.value());
        } else if (value instanceof Value.Ref ref) {
            return JSON.objectNode().put("ref", ref.name());
        } else if (value instanceof Value.Seconds seconds) {
            return real(scale.toRealSeconds(seconds.duration()));
        } else if (value instanceof Value.Constant constant) {
            return JSON.objectNode().put("constant", constant.qualifiedName()).put("plus", constant.plus());
        }
        return container(value);
    }

    private JsonNode container(Value value) {
        if (value instanceof Value.ListOf list) {
            return JSON.objectNode().set("list", values(list.items()));
        } else if (value instanceof Value.TupleOf tuple) {
            return JSON.objectNode().set("tuple", values(tuple.items()));
        } else if (value instanceof Value.DictOf dict) {
            var entries = JSON.objectNode();
            dict.entries().forEach((key, item) -> entries.set(key, value(item)));
            return JSON.objectNode().set("dict", entries);
        }
        throw new IllegalArgumentException(value + " is a result; it cannot be passed to a runtime");
    }

    private ArrayNode requests(List<Request> requests) {
        var array = JSON.arrayNode();
        requests.forEach(request -> array.add(request(request)));
        return array;
    }

    private ArrayNode values(List<Value> values) {
        var array = JSON.arrayNode();
        values.forEach(item -> array.add(value(item)));
        return array;
    }

    private ObjectNode with(ObjectNode node, Arguments arguments) {
        node.set("args", values(arguments.positional()));
        var keywords = node.putObject("kwargs");
        arguments.keywords().forEach((name, item) -> keywords.set(name, value(item)));
        return node;
    }

    private static ObjectNode did(String what) {
        return JSON.objectNode().put("do", what);
    }

    private static ObjectNode real(double value) {
        var text = Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
        return JSON.objectNode().put("float", text);
    }
}
