package io.hone.evaluator.evaluation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Topics;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.access.AuditLines;
import io.hone.openapi.Answers;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** From a registered base to a promoted candidate, with nothing made up: broker, bucket, store and networks are real. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
public class WholeEvaluationTest {

    /** What the gate of the tests asks for. */
    private static final int ENOUGH = 30;

    private static final int[] PAINT = {0xC02010, 0x10C020, 0x2010C0};

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());

    @Test
    @Answers({"confusionPicture 200", "reliabilityPicture 200"})
    void theBetterIsPromotedAndTheWorseIsNot() throws Exception {
        // Given
        ModelName model = new ModelName("whole");
        AuditLines audit = AuditLines.open();
        Base.named("whole").post().then().statusCode(201);
        long toOffset = label(model, 0, ENOUGH);

        // When: a network that looks at colours follows one that always says red
        publish(model, "better", toOffset);

        // Then
        assertPromoted();
        assertOnRecord(audit);
        awaitVerdict(model, 2, Outcome.PROMOTED);
        assertReported((int) toOffset);
        assertDrawn(model, "confusion");
        assertDrawn(model, "reliability");

        // When: one that takes every colour for the next
        publish(model, "worse", toOffset);

        // Then
        awaitVerdict(model, 3, Outcome.REJECTED);
        assertRejected();
        assertThat(verdicts(model)).extracting(Verdict::version).containsExactly(2, 3);
        assertMeasured();
    }

    private static void assertPromoted() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/v1/models/whole/champion")
                .then()
                .statusCode(200)
                .body("entry.version", equalTo(2)));
        given().get("/v1/models/whole/champion")
                .then()
                .body("entry.sequence", equalTo(2))
                .body("entry.move", equalTo("promoted"))
                .body("entry.previousVersion", equalTo(1))
                .body("manifest.version", equalTo(2))
                .body("manifest.training.run", equalTo("run-better"));
    }

    /** That nobody asked for it is no reason to leave it out. */
    private static void assertOnRecord(AuditLines audit) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(audit.all())
                .anyMatch(line ->
                        line.startsWith("audit: action='champion-moved' by='evaluator' model='whole' version='2'"
                                + " before='1' move='promoted' entry='2' reason='")));
        audit.close();
    }

    private static void assertReported(int toOffset) {
        given().get("/v1/models/whole/verdicts/2")
                .then()
                .statusCode(200)
                .body("verdict.outcome", equalTo("promoted"))
                .body("verdict.champion", equalTo(1))
                .body("holdOut.images", equalTo(ENOUGH))
                .body("holdOut.nextOffset", equalTo(toOffset))
                .body("champion.accuracy", equalTo(1 / 3f))
                .body("candidate.accuracy", equalTo(1f))
                .body("paired.onlyCandidate", equalTo(20))
                .body("paired.both", equalTo(10))
                .body("report.champion.classes.label", contains("red", "green", "blue"))
                .body("report.champion.classes.recall", contains(1f, 0f, 0f))
                .body("report.candidate.confusion", hasSize(3))
                .body("report.candidate.latency.millisAt95", greaterThan(0f))
                .body("report.slices.by", contains("source", "age"))
                .body("report.slices.value", contains("/test", "up to a day"))
                .body("report.golden.both", equalTo(0));
    }

    /** Pictures follow the verdict. */
    private static void assertDrawn(ModelName model, String picture) {
        String drawn = given().get("/v1/models/whole/verdicts/2/" + picture + ".svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("whole: candidate 2 and champion 1 on 30 hold-out images"))
                .extract()
                .asString();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        TestBucket.models().read(ObjectKeys.evaluationPicture(model, 2, picture)))
                .hasValueSatisfying(svg -> assertThat(svg).asString(UTF_8).isEqualTo(drawn)));
    }

    private static void assertRejected() {
        given().get("/v1/models/whole/verdicts")
                .then()
                .body("verdict.version", contains(3, 2))
                .body("verdict.outcome", contains("rejected", "promoted"))
                .body("champion.version", contains(2, 1));
        given().get("/v1/models/whole")
                .then()
                .body("champion.version", equalTo(2))
                .body("versions", equalTo(3))
                .body("holdOutImages", equalTo(ENOUGH));
        given().get("/v1/models/whole/champions").then().body("version", contains(1, 2));
        given().get("/v1/models/whole/versions").then().body("version", contains(1, 2, 3));
    }

    private static void assertMeasured() {
        assertThat(given().get("/q/metrics").asString())
                .contains("hone_evaluator_champion_version{model=\"whole\"} 2.0")
                .contains("hone_evaluator_candidate_accuracy{model=\"whole\"} 0.0")
                .contains("hone_evaluator_champion_accuracy{model=\"whole\"} 1.0")
                .contains("hone_evaluator_verdicts_total{model=\"whole\",outcome=\"promoted\"} 1.0")
                .contains("hone_evaluator_verdicts_total{model=\"whole\",outcome=\"rejected\"} 1.0")
                .contains("hone_evaluator_evaluation_seconds_count{model=\"whole\"} 2")
                .contains("hone_evaluator_predictions_total{from=\"network\",model=\"whole\"} 90.0")
                .contains("hone_evaluator_predictions_total{from=\"kept\",model=\"whole\"} 30.0")
                .contains("hone_evaluator_candidate_calibration_error{model=\"whole\"}")
                .contains("hone_evaluator_promotion_delay_seconds_count{model=\"whole\"} 1")
                .contains("hone_evaluator_hold_out_images{model=\"whole\"} 30.0")
                .contains("hone_evaluator_feed_lag_records{model=\"whole\"} 0.0");
    }

    @Test
    void aVerdictWaitsForEnoughImages() throws Exception {
        // Given: too few hold-out images
        ModelName model = new ModelName("patient");
        Base.named("patient").post().then().statusCode(201);
        long toOffset = label(model, 0, 9);
        publish(model, "better", toOffset);
        awaitVerdict(model, 2, Outcome.INCONCLUSIVE);
        given().get("/v1/models/patient/verdicts/2")
                .then()
                .statusCode(200)
                .body("verdict.outcome", equalTo("inconclusive"))
                .body("verdict.findings[1].rule", equalTo("hold-out-images"))
                .body("verdict.findings[1].passed", equalTo(false));
        assertThat(TestBucket.models().exists(ObjectKeys.evaluation(model, 2))).isFalse();

        // When
        label(model, 9, ENOUGH);

        // Then
        awaitVerdict(model, 2, Outcome.PROMOTED);
        assertThat(registry.champion(model).version()).isEqualTo(2);
        assertThat(verdicts(model))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.INCONCLUSIVE, Outcome.PROMOTED);
        given().get("/v1/models/patient/verdicts").then().body("", hasSize(1));
    }

    private void awaitVerdict(ModelName model, int version, Outcome outcome) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(registry.evaluations()
                        .latest(model, version)
                        .filter(evaluation -> outcome == Outcome.INCONCLUSIVE
                                || registry.evaluations()
                                        .settled(model, version)
                                        .isPresent()))
                .map(evaluation -> evaluation.verdict().outcome())
                .contains(outcome));
    }

    private void publish(ModelName model, String network, long toOffset) {
        Manifest candidate = registry.versions()
                .publish(Manifests.draft(
                        model,
                        "run-" + network,
                        Base.network(network),
                        Optional.of(Manifests.training(model, "run-" + network, toOffset))));
        TestKafka.send(
                new Candidate(model, candidate.version(), Manifests.NOW, 1, "run-" + network, candidate.sha256()),
                model + "-" + network);
    }

    /** Hold-out images, red, green, blue in turn. */
    private static long label(ModelName model, int from, int to) {
        long offset = -1;
        for (int i = from; i < to; i++) {
            offset = TestKafka.send(model, png(i), Manifests.COLOURS.label(i % 3), Split.HOLD_OUT, Instant.now())
                    .offset();
        }
        return offset + 1;
    }

    /** Of one colour, and no two the same. */
    private static byte[] png(int number) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 256; pixel++) {
            image.setRGB(pixel % 16, pixel / 16, PAINT[number % 3]);
        }
        image.setRGB(0, 0, number);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Verdict> verdicts(ModelName model) throws Exception {
        TopicPartition partition = new TopicPartition(Topics.VERDICTS, 0);
        List<Verdict> verdicts = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = TestKafka.clients().consumer(Map.of())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> told : consumer.poll(Duration.ofSeconds(1))) {
                    if (EventRecords.read(told) instanceof Verdict verdict
                            && verdict.model().equals(model)) {
                        verdicts.add(verdict);
                    }
                }
            }
        }
        return verdicts;
    }
}
