package dev.threadstone.reference;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The platform is the only way from the runtime to threads, time and chance; without that no schedule can be repeated. */
class ArchitectureTest {

    private static final String PLATFORM = "dev.threadstone.reference.platform..";

    private static final Set<Class<?>> MACHINE = Set.of(
            Thread.class,
            ThreadGroup.class,
            ThreadLocal.class,
            InheritableThreadLocal.class,
            Timer.class,
            Clock.class,
            Random.class,
            SplittableRandom.class);

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.threadstone.reference");

    @Test
    void onlyThePlatformUsesThreadsTimersClocksAndChanceOfTheJdk() {
        outsideThePlatform(describe(
                        "are threads, timers, clocks or chance",
                        type -> MACHINE.stream().anyMatch(type::isEquivalentTo)))
                .check(RUNTIME);
    }

    @Test
    void onlyThePlatformUsesWhatBlocksInJavaUtilConcurrent() {
        outsideThePlatform(describe("block", ArchitectureTest::blocks)).check(RUNTIME);
    }

    @Test
    void onlyThePlatformReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PLATFORM)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .check(RUNTIME);
    }

    @Test
    void nobodyWaitsOnAMonitor() {
        noClasses()
                .should()
                .callMethod(Object.class, "wait")
                .orShould()
                .callMethod(Object.class, "wait", long.class)
                .orShould()
                .callMethod(Object.class, "wait", long.class, int.class)
                .orShould()
                .callMethod(Object.class, "notify")
                .orShould()
                .callMethod(Object.class, "notifyAll")
                .check(RUNTIME);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(RUNTIME);
    }

    @Test
    void noMethodIsSynchronized() {
        methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(RUNTIME);
    }

    @Test
    void noStaticFieldCanBeAssigned() {
        fields().that().areStatic().should().beFinal().check(RUNTIME);
    }

    private static ArchRule outsideThePlatform(DescribedPredicate<JavaClass> forbidden) {
        return noClasses().that().resideOutsideOfPackage(PLATFORM).should().dependOnClassesThat(forbidden);
    }

    /** All of java.util.concurrent but collections that never block, atomic variables and units of time. */
    private static boolean blocks(JavaClass type) {
        String name = type.getFullName();
        return name.startsWith("java.util.concurrent.")
                && !name.startsWith("java.util.concurrent.atomic.")
                && !name.startsWith("java.util.concurrent.Concurrent")
                && !name.startsWith("java.util.concurrent.CopyOnWrite")
                && !name.startsWith(TimeUnit.class.getName());
    }
}
