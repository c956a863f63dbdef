package dev.threadstone.reference.platform;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The contract on virtual threads and the real clock. */
@EnabledForJreRange(min = JRE.JAVA_24)
class RealPlatformOnVirtualThreadsTest extends PlatformContract {

    @Override
    DirectedPlatform open(Limits limits) {
        return RealPlatform.create(1, Carrier.VIRTUAL, limits);
    }
}
