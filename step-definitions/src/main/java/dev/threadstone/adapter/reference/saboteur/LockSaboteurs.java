package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.threading.Lock;
import java.util.List;

/** Saboteurs of {@code threading.Lock}. */
final class LockSaboteurs {

    private LockSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(Saboteur.of(
                "lock-try-blocks",
                "acquire(blocking=False) waits for the lock.",
                "LOCK-008 LOCK-009 LOCK-031",
                (table, interpreter) -> table.on("threading.Lock", Lock.class)
                        .wrap("acquire", (lock, args, original) -> original.call(lock, args.with("blocking", true)))));
    }
}
