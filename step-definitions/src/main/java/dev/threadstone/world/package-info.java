/** One scenario's world: its named things, its actors and what became of their requests. */
@NullMarked
package dev.threadstone.world;

import org.jspecify.annotations.NullMarked;
