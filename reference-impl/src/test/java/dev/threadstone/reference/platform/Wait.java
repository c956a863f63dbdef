package dev.threadstone.reference.platform;

import org.jspecify.annotations.Nullable;

/** A wait for something with a name and, at will, a holder. */
record Wait(String what, @Nullable PlatformThread heldBy, boolean idle) implements Waiting {

    static Wait on(String what) {
        return new Wait(what, null, false);
    }

    static Wait on(String what, PlatformThread holder) {
        return new Wait(what, holder, false);
    }

    static Wait forOrders() {
        return new Wait("orders", null, true);
    }
}
