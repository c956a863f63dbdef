/**
 * The reference runtime behind the SPI: one class per area registers its operations. The only package that depends on the
 * reference implementation.
 */
@NullMarked
package dev.threadstone.adapter.reference;

import org.jspecify.annotations.NullMarked;
