/** What the operating system lets threads wait for: pipes, connections, child processes. All of it without the GIL. */
@NullMarked
package dev.threadstone.reference.io;

import org.jspecify.annotations.NullMarked;
