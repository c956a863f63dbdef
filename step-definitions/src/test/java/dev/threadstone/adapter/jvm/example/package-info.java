/** A runtime over {@code java.util.concurrent}: what the implementer of a runtime in this JVM has to write. */
@NullMarked
package dev.threadstone.adapter.jvm.example;

import org.jspecify.annotations.NullMarked;
