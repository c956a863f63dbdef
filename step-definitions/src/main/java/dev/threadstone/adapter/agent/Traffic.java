package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Whoever listens to what is said on the connections of an agent. */
interface Traffic {

    /** Nobody listens. */
    Traffic IGNORED = new Traffic() {
        @Override
        public void toAgent(JsonNode message) {}

        @Override
        public void fromAgent(JsonNode message) {}
    };

    void toAgent(JsonNode message);

    void fromAgent(JsonNode message);
}
