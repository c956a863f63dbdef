/**
 * What the implementer of a runtime in this JVM uses: register the runtime's operations in an
 * {@link dev.threadstone.adapter.jvm.OperationTable}, say how its threads are started in a
 * {@link dev.threadstone.adapter.jvm.JvmRuntime}, and {@link dev.threadstone.adapter.jvm.JvmImplementation} does the rest:
 * actors, callbacks, names, argument binding by Python's rules, time and evidence.
 *
 * <p>Python's values are Java objects here: {@code None} is {@link dev.threadstone.adapter.jvm.PythonNone#NONE}, {@code bool}
 * is {@link java.lang.Boolean}, {@code int} is {@link java.lang.Long} or {@link java.math.BigInteger}, {@code float} is
 * {@link java.lang.Double}, {@code str} is {@link java.lang.String}, {@code list} is {@link java.util.List}, {@code tuple} is
 * {@link dev.threadstone.adapter.jvm.PythonTuple}, {@code dict} is {@link java.util.Map}, a callable is
 * {@link dev.threadstone.adapter.jvm.PythonCallable}. Everything else is an object of the runtime.
 */
@NullMarked
package dev.threadstone.adapter.jvm;

import org.jspecify.annotations.NullMarked;
