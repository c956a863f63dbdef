package dev.threadstone.adapter.jvm;

/** Python's {@code object()}: nothing but an identity. Also {@code threadstone.Object}. */
final class PythonObject {}
