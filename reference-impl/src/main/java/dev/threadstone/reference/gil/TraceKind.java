package dev.threadstone.reference.gil;

/** What a {@link TraceFunction} is installed as. */
public enum TraceKind {
    /** {@code sys.settrace}: it is told of the return of those functions only whose call it was told of. */
    TRACE,
    /** {@code sys.setprofile}. */
    PROFILE
}
