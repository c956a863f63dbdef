/** The requirement catalogue: what must hold, for which versions and builds, and where it is written. */
@NullMarked
package dev.threadstone.catalogue;

import org.jspecify.annotations.NullMarked;
