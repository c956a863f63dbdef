/** What the threads of a process share beside Python objects: pipes, the working directory, the environment. */
@NullMarked
package dev.threadstone.reference.process;

import org.jspecify.annotations.NullMarked;
