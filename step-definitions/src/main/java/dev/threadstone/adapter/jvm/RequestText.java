package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Request;

/** Requests as Python source. */
final class RequestText {

    private RequestText() {}

    static String of(Request request) {
        if (request instanceof Request.New made) {
            return made.type() + "(" + made.arguments() + ")";
        }
        if (request instanceof Request.Call call) {
            var callee = call.method().equals("__call__") ? call.target() : call.target() + "." + call.method();
            return callee + "(" + call.arguments() + ")";
        }
        if (request instanceof Request.Function function) {
            return function.name() + "(" + function.arguments() + ")";
        }
        if (request instanceof Request.Get get) {
            return get.target() + "." + get.attribute();
        }
        if (request instanceof Request.Set set) {
            return set.target() + "." + set.attribute() + " = " + set.value();
        }
        if (request instanceof Request.Bind bind) {
            return of(bind.request());
        }
        if (request instanceof Request.Await await) {
            return "await " + of(await.request());
        }
        if (request instanceof Request.With with) {
            return "with " + with.target();
        }
        if (request instanceof Request.Subclass subclass) {
            return "class " + subclass.name() + "(" + subclass.base() + ")";
        }
        return request.toString();
    }
}
