package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A fresh session with python3 for each test. */
abstract class Python3Test {

    private static Implementation implementation;
    Session session;
    Direction python;

    @BeforeAll
    static void openImplementation() {
        implementation = new AgentProvider().open(Pythons.python3());
    }

    @AfterAll
    static void closeImplementation() {
        if (implementation != null) {
            implementation.close();
        }
    }

    @BeforeEach
    void openSession() {
        session = implementation.open();
        python = new Direction(session);
    }

    @AfterEach
    void closeSession() {
        session.close();
    }
}
