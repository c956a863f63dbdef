/** The parts of a scenario's world. */
@NullMarked
package dev.threadstone.world;

import org.jspecify.annotations.NullMarked;
