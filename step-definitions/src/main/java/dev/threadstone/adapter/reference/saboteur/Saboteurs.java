package dev.threadstone.adapter.reference.saboteur;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All saboteurs. */
public final class Saboteurs {

    private Saboteurs() {}

    /** Every saboteur, by area. */
    public static List<Saboteur> all() {
        return Stream.of(
                        LockSaboteurs.all(),
                        LockWaitingSaboteurs.all(),
                        WithSaboteurs.all(),
                        SignalSaboteurs.all(),
                        SignalHandlerSaboteurs.all(),
                        InterruptSaboteurs.all(),
                        ShutdownSaboteurs.all(),
                        ExitCallbackSaboteurs.all(),
                        ProcessSaboteurs.all(),
                        RLockSaboteurs.all(),
                        EventSaboteurs.all(),
                        EventWaiterSaboteurs.all(),
                        ThreadSaboteurs.all(),
                        TargetSaboteurs.all(),
                        JoinSaboteurs.all(),
                        DaemonSaboteurs.all(),
                        FutureSaboteurs.all(),
                        FutureOutcomeSaboteurs.all(),
                        FutureCallbackSaboteurs.all(),
                        FuturesWaitSaboteurs.all(),
                        AsCompletedSaboteurs.all(),
                        ExceptionSaboteurs.all(),
                        HookSaboteurs.all(),
                        LocalSaboteurs.all(),
                        LowLevelSaboteurs.all(),
                        ImportSaboteurs.all(),
                        FinalizerSaboteurs.all(),
                        ConditionSaboteurs.all(),
                        ConditionWaitSaboteurs.all(),
                        NotifySaboteurs.all(),
                        WaitForSaboteurs.all(),
                        SemaphoreSaboteurs.all(),
                        PermitSaboteurs.all(),
                        BoundedSemaphoreSaboteurs.all(),
                        BarrierSaboteurs.all(),
                        BarrierWaitSaboteurs.all(),
                        TimerSaboteurs.all(),
                        TimerLifeSaboteurs.all(),
                        PoolSaboteurs.all(),
                        PoolSizeSaboteurs.all(),
                        PoolShutdownSaboteurs.all(),
                        PoolExitSaboteurs.all(),
                        MapSaboteurs.all(),
                        DebuggingSaboteurs.all(),
                        LoggingSaboteurs.all(),
                        QueueSaboteurs.all(),
                        QueuePutSaboteurs.all(),
                        QueueGetSaboteurs.all(),
                        QueueJoinSaboteurs.all(),
                        QueueShutdownSaboteurs.all(),
                        PriorityQueueSaboteurs.all(),
                        SimpleQueueSaboteurs.all(),
                        IdentitySaboteurs.all(),
                        EnumerationSaboteurs.all(),
                        TraceSaboteurs.all(),
                        StateSaboteurs.all(),
                        ThreadContextSaboteurs.all(),
                        NativeSaboteurs.all(),
                        ContextVarSaboteurs.all(),
                        ContextSaboteurs.all(),
                        LocalContextSaboteurs.all(),
                        ToThreadSaboteurs.all(),
                        LoopExecutorSaboteurs.all(),
                        LoopSaboteurs.all(),
                        BridgeSaboteurs.all(),
                        GilSaboteurs.all(),
                        AtomicitySaboteurs.all(),
                        BuildSaboteurs.all(),
                        DeadlockSaboteurs.all())
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<Saboteur> find(String name) {
        return all().stream().filter(saboteur -> saboteur.name().equals(name)).findFirst();
    }
}
