@NullMarked
package dev.threadstone.reference.context;

import org.jspecify.annotations.NullMarked;
