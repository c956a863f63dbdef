/**
 * Saboteurs: each breaks one behaviour of the reference, to show that the suite notices. They replace or wrap operations in
 * the adapter's table, so the reference itself has no switches for faults.
 */
@NullMarked
package dev.threadstone.adapter.reference.saboteur;

import org.jspecify.annotations.NullMarked;
