/** Code as an evaluation loop sees it: a few kinds of instructions, and between which of them threads may switch. */
@NullMarked
package dev.threadstone.reference.bytecode;

import org.jspecify.annotations.NullMarked;
