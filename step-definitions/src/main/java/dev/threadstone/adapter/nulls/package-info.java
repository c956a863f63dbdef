/**
 * Implementations that implement nothing: each gives one and the same answer to everything. No scenario may pass on any of
 * them; one that does shows nothing.
 */
@NullMarked
package dev.threadstone.adapter.nulls;

import org.jspecify.annotations.NullMarked;
