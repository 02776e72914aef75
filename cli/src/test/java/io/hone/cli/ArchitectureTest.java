package io.hone.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, over all modules. Those that this one does not need are compiled all the same, for the services need them. */
class ArchitectureTest {

    /** Folder of each module to its package below {@code io.hone}. */
    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("contracts", "contracts"),
            Map.entry("local-stack", "stack"),
            Map.entry("openapi-check", "openapi"),
            Map.entry("registry", "registry"),
            Map.entry("images", "images"),
            Map.entry("vision", "vision"),
            Map.entry("image-feed", "feed"),
            Map.entry("platform", "platform"),
            Map.entry("ingest-service", "ingest"),
            Map.entry("trainer-service", "trainer"),
            Map.entry("evaluator-service", "evaluator"),
            Map.entry("cli", "cli"));

    /** Package of each module to those it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("contracts", Set.of()),
            Map.entry("stack", Set.of()),
            Map.entry("openapi", Set.of()),
            Map.entry("registry", Set.of("contracts")),
            Map.entry("images", Set.of("contracts")),
            Map.entry("vision", Set.of("contracts", "images")),
            Map.entry("feed", Set.of("contracts", "images", "registry", "vision")),
            Map.entry("platform", Set.of("contracts", "registry")),
            Map.entry("ingest", Set.of("contracts", "images", "registry", "platform")),
            Map.entry("trainer", Set.of("contracts", "images", "registry", "vision", "feed", "platform")),
            Map.entry("evaluator", Set.of("contracts", "images", "registry", "vision", "feed", "platform")),
            Map.entry("cli", Set.of("stack")));

    /** Plain Java: what they promise can be tested, and read, without a framework. */
    private static final String[] FREE_OF_FRAMEWORKS = {
        "io.hone.contracts..",
        "io.hone.registry..",
        "io.hone.images..",
        "io.hone.vision..",
        "io.hone.feed..",
        "io.hone.stack..",
        "io.hone.cli..",
        "io.hone.ingest.record..",
        "io.hone.ingest.trained..",
        "io.hone.trainer.replay..",
        "io.hone.trainer.trigger..",
        "io.hone.trainer.draw..",
        "io.hone.trainer.plan..",
        "io.hone.trainer.finetune..",
        "io.hone.trainer.head..",
        "io.hone.trainer.auto..",
        "io.hone.trainer.curve..",
        "io.hone.trainer.candidate..",
        "io.hone.evaluator.holdout..",
        "io.hone.evaluator.evaluation..",
        "io.hone.evaluator.gate..",
        "io.hone.evaluator.hygiene..",
        "io.hone.evaluator.report..",
        "io.hone.evaluator.statistics..",
        "io.hone.evaluator.drift.accuracy..",
        "io.hone.evaluator.drift.probation..",
        "io.hone.evaluator.promotion.."
    };

    private static final String[] FRAMEWORKS = {
        "io.quarkus..", "jakarta.inject..", "jakarta.enterprise..", "jakarta.ws..", "org.eclipse.microprofile.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void importEveryModule() {
        List<Path> folders = MODULES.keySet().stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
        all = new ClassFileImporter().importPaths(folders);
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @Test
    void everyModuleIsLookedAt() {
        // Then: a rule about classes that are not there would hold without a word
        assertThat(MODULES.values()).allSatisfy(name -> assertThat(
                        all.stream().filter(type -> type.getPackageName().startsWith("io.hone." + name)))
                .as("classes of io.hone.%s: build the whole project", name)
                .isNotEmpty());
        assertThat(all.stream().map(ArchitectureTest::module).distinct())
                .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void dependenciesPointOneWay(String module) {
        classes()
                .that(belongTo(module))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are not ours, or belong to " + MAY_USE.get(module),
                        type -> !type.getPackageName().startsWith("io.hone.")
                                || module(type).equals(module)
                                || MAY_USE.get(module).contains(module(type))))
                .check(all);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void featuresOfAModuleDoNotGoInCircles(String module) {
        slices().matching("io.hone." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(all);
    }

    @Test
    void onlyVisionKnowsTheNetworkEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hone.vision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..")
                .check(all);
    }

    @Test
    void onlyTwoPlacesKnowTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hone.vision..", "io.hone.ingest.record..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rocksdb..")
                .check(all);
    }

    @Test
    void onlyTwoPlacesKnowTheBucketsClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hone.registry.store..", "io.hone.platform.bucket..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3..")
                .check(all);
    }

    @Test
    void whatMattersIsFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAnyPackage(FREE_OF_FRAMEWORKS)
                // A feature's own door to the health endpoint is no more than that.
                .and()
                .areNotAssignableTo("org.eclipse.microprofile.health.HealthCheck")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(all);
    }

    @Test
    void onlyWhatSpeaksToPeopleUsesTheStandardStreams() {
        // The servers of the local stack speak to their starter, each in a process of its own.
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(all.that(DescribedPredicate.not(belongTo("stack"))));
    }

    @Test
    void thereIsOneWayToLog() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(all);
    }

    @Test
    void whatAClassNeedsIsInItsConstructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(all);
    }

    private static DescribedPredicate<JavaClass> belongTo(String module) {
        return DescribedPredicate.describe(
                "belong to io.hone." + module, type -> module(type).equals(module));
    }

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length < 3 ? "" : parts[2];
    }
}
