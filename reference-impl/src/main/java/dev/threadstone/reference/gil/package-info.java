/** The global interpreter lock and what runs under it: thread states, the evaluation loop's checkpoints, pending calls. */
@NullMarked
package dev.threadstone.reference.gil;

import org.jspecify.annotations.NullMarked;
