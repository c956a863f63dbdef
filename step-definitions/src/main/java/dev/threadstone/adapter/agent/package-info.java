/**
 * Any external Python behind the SPI: its process, the protocol to the agent in it, the observation of its threads and the
 * watchdog. The protocol is described in {@code step-definitions/PROTOCOL.md}.
 */
@NullMarked
package dev.threadstone.adapter.agent;

import org.jspecify.annotations.NullMarked;
