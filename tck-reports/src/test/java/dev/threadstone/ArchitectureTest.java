package dev.threadstone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the whole house: who may know whom, and where state may live. */
class ArchitectureTest {

    private static final String REFERENCE = "dev.threadstone.reference..";
    private static final String[] STEP_DEFINITIONS = {
        "dev.threadstone.spi..",
        "dev.threadstone.world..",
        "dev.threadstone.vocabulary..",
        "dev.threadstone.steps..",
        "dev.threadstone.adapter.."
    };
    private static final String[] REPORTS = {
        "dev.threadstone.catalogue..",
        "dev.threadstone.suite..",
        "dev.threadstone.results..",
        "dev.threadstone.verdict..",
        "dev.threadstone.expectations..",
        "dev.threadstone.render..",
        "dev.threadstone.cli.."
    };

    /** The one place where the suite reaches for something that was not handed to it. */
    private static final String ACTIVE_RUN = "dev.threadstone.world.ActiveRun";

    private static final DescribedPredicate<JavaClass> HOLDER_OF_STATE = assignableTo(AtomicReference.class)
            .or(assignableTo(Number.class).and(resideInAPackage("java.util.concurrent.atomic")))
            .or(assignableTo(AtomicBoolean.class))
            .or(assignableTo(ConcurrentMap.class))
            .or(assignableTo(HashMap.class))
            .as("something whose content changes");

    private static JavaClasses house;

    @BeforeAll
    static void readAllClasses() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.threadstone");
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(house).anyMatch(type -> type.getPackageName().startsWith("dev.threadstone.reference"));
        assertThat(house).anyMatch(type -> type.getPackageName().equals("dev.threadstone.spi"));
        assertThat(house).anyMatch(type -> type.getPackageName().equals("dev.threadstone.cli"));
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(concat(REFERENCE, STEP_DEFINITIONS, REPORTS))
                .check(house);
    }

    @Test
    void theReferenceKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(REFERENCE)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.threadstone..").and(not(resideInAPackage(REFERENCE))))
                .check(house);
    }

    @Test
    void stepDefinitionsDoNotKnowTheReports() {
        noClasses()
                .that()
                .resideInAnyPackage(STEP_DEFINITIONS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(REPORTS))
                .check(house);
    }

    @Test
    void onlyItsAdapterKnowsTheReference() {
        noClasses()
                .that(resideInAnyPackage(concat("dev.threadstone.features..", STEP_DEFINITIONS, REPORTS))
                        .and(not(resideInAPackage("dev.threadstone.adapter.reference.."))))
                .should()
                .dependOnClassesThat(resideInAPackage(REFERENCE))
                .check(house);
    }

    @Test
    void theSpiKnowsNothingButItself() {
        noClasses()
                .that()
                .resideInAPackage("dev.threadstone.spi..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.threadstone..").and(not(resideInAPackage("dev.threadstone.spi.."))))
                .check(house);
    }

    @Test
    void adaptersDoNotKnowTheGlue() {
        noClasses()
                .that()
                .resideInAPackage("dev.threadstone.adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.threadstone.world..", "dev.threadstone.vocabulary..", "dev.threadstone.steps..")
                .check(house);
    }

    @Test
    void packagesHaveNoCycles() {
        // Python's classes are built on an interpreter, as new Lock(interpreter), and the interpreter holds their
        // modules; what else its package has does not count as a way back.
        slices().matching("dev.threadstone.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        resideInAPackage("dev.threadstone.reference.."), resideInAPackage("dev.threadstone.reference"))
                .check(house);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(house);
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveFullyQualifiedName(ACTIVE_RUN)
                .should()
                .notHaveRawType(HOLDER_OF_STATE)
                .check(house);
    }

    @Test
    void noPackageIsADrawerForAnything() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..")
                .check(house);
    }

    private static String[] concat(String first, String[]... rest) {
        return Stream.concat(Stream.of(first), Arrays.stream(rest).flatMap(Arrays::stream))
                .toArray(String[]::new);
    }
}
