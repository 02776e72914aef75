package io.hone.evaluator.hygiene;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Candidate;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.evaluator.TestKafka;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Images that move to the hold-out or are taken out, between two verdicts; broker, bucket, store and networks are real. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WholeHygieneTest {

    private static final ModelName MODEL = new ModelName("tidy");
    private static final int HELD = 33;
    private static final int[] PAINT = {0xC02010, 0x10C020, 0x2010C0};

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());

    @Test
    void whatMovesToTheHoldOutDoesNotCountAndWhatIsTakenOutIsToldOf() {
        // Given: a champion that was trained on three images
        Base.named(MODEL.value()).post().then().statusCode(201);
        for (int i = 0; i < HELD; i++) {
            send(i, Split.HOLD_OUT);
        }
        ImageId kept = send(100, Split.TRAINING);
        ImageId moved = send(101, Split.TRAINING);
        ImageId gone = send(102, Split.TRAINING);
        long toOffset = HELD + 3;
        announce(new TrainedVersions(registry, MODEL, Base.network("better"))
                .trained(1, toOffset, List.of(kept, moved, gone), new Overlap(5, 2, 1)));
        awaitVerdict(2);
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
        given().get("/v1/models/tidy/verdicts/2")
                .then()
                .body("holdOut.images", equalTo(HELD))
                .body("report.hygiene.nearDuplicates", equalTo(5))
                .body("report.hygiene.nearDuplicatesTrainedOn", equalTo(2))
                .body("report.hygiene.alreadyTrainedOn", equalTo(0))
                .body("report.hygiene.removedImagesSeen", anEmptyMap());

        // When: one goes to the hold-out, another and three of the hold-out are taken out
        send(101, Split.HOLD_OUT);
        TestKafka.remove(MODEL, gone);
        long last = 0;
        for (int i = 0; i < 3; i++) {
            last = TestKafka.remove(MODEL, ImageId.of(png(i))).offset();
        }
        announce(new TrainedVersions(registry, MODEL, Base.network("worse")).trained(2, last + 1, List.of(kept)));

        // Then
        awaitVerdict(3);
        given().get("/v1/models/tidy/verdicts/3")
                .then()
                .body("verdict.outcome", equalTo("rejected"))
                .body("holdOut.images", equalTo(HELD - 3))
                .body("report.hygiene.alreadyTrainedOn", equalTo(1))
                .body("report.hygiene.removedImagesSeen.'2'", equalTo(1))
                .body("report.hygiene.nearDuplicates", equalTo(0));
        given().get("/v1/models/tidy").then().body("holdOutImages", equalTo(HELD - 3 + 1));
    }

    private static ImageId send(int number, Split split) {
        byte[] png = png(number);
        TestKafka.send(MODEL, png, Manifests.COLOURS.label(number % 3), split, Manifests.NOW);
        return ImageId.of(png);
    }

    private static void announce(Manifest candidate) {
        String run = "run-" + candidate.version();
        TestKafka.send(
                new Candidate(MODEL, candidate.version(), Manifests.NOW, 1, run, candidate.sha256()),
                MODEL + "-" + run);
    }

    private void awaitVerdict(int version) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(registry.evaluations().settled(MODEL, version))
                        .isPresent());
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
}
