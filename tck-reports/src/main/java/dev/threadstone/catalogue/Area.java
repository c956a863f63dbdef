package dev.threadstone.catalogue;

/**
 * A group of requirements with a common prefix of their ids.
 *
 * @param id the prefix: {@code RLOCK}
 * @param subject what it is about: {@code threading.RLock}
 * @param finished whether every testable {@code must} of it has a scenario; the lint holds the features to it
 */
public record Area(String id, String subject, boolean finished) {}
