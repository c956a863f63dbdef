@NullMarked
package dev.threadstone.reference.asyncio;

import org.jspecify.annotations.NullMarked;
