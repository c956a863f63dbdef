/** The one seam between the runtime and the machine: threads, time, chance and scheduling points. */
@NullMarked
package dev.threadstone.reference.platform;

import org.jspecify.annotations.NullMarked;
