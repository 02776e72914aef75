package io.hone.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.image.ImageId;
import io.hone.ingest.cvat.SignedWebhooks;
import io.hone.ingest.labelstudio.LabelStudioOutageTest;
import io.hone.ingest.quarantine.QuarantineHttpTest;
import io.hone.ingest.tls.TlsTest;
import io.hone.ingest.tool.Fixtures;
import io.hone.ingest.tool.ToolResource;
import io.hone.ingest.tool.ToolServer;
import io.hone.ingest.upload.LimitsTest;
import io.hone.ingest.upload.OutageTest;
import io.hone.openapi.CommonRequests;
import io.hone.openapi.Coverage;
import io.hone.openapi.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is complete, and the service does what it says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(ToolResource.class)
class ContractTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] CAT = TestImages.png(1);
    private static final byte[] GOLDEN = TestImages.png(2);
    private static final byte[] NO_IMAGE = "no image".getBytes(StandardCharsets.UTF_8);

    private final TestModels models;
    private String model;

    /** Filled in by {@link ToolResource}. */
    ToolServer tool;

    ContractTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void prepare() {
        model = "/v1/models/" + models.register().name();
        tool.forgetAll();
    }

    @Test
    void everythingIsDescribedWithAnExampleThatFitsItsSchema() {
        assertThat(Watch.contract().gaps()).isEmpty();
    }

    @Test
    void everyOperationGivesEveryAnswerThatIsDocumented() {
        Coverage coverage = new Coverage(Watch.contract().document());
        CommonRequests.cover(coverage, Watch.contract().document());
        uploads(coverage);
        corrections(coverage);
        webhooks(coverage);
        deadLetters(coverage);
        intake(coverage);
        coverage.by(
                        OutageTest.class,
                        LabelStudioOutageTest.class,
                        LimitsTest.class,
                        TlsTest.class,
                        QuarantineHttpTest.class)
                .inOnePlace(408, "UploadTime ends a request before any resource sees it: LimitsTest")
                .assertComplete();
    }

    private void uploads(Coverage coverage) {
        coverage.by("uploadImage 201", () -> upload("cat").body(CAT).post(model + "/images"))
                .by("uploadImage 409", () -> {
                    upload("cat").queryParam("golden", true).body(GOLDEN).post(model + "/images");
                    // Who asks waits until it is known.
                    given().get(model + "/images/" + ImageId.of(GOLDEN));
                    upload("cat").queryParam("split", "training").body(GOLDEN).post(model + "/images");
                })
                .by(
                        "uploadImage 413",
                        () -> upload("cat").body(new byte[(16 << 20) + 1]).post(model + "/images"))
                .by("uploadImage 415", () -> upload("cat").body(NO_IMAGE).post(model + "/images"))
                .by(
                        "uploadImage 422",
                        () -> upload("cat").body(Arrays.copyOf(CAT, 100)).post(model + "/images"))
                .by("uploadImages 200", () -> given().multiPart("metadata", "[{\"label\": \"dog\"}, {\"label\": \"\"}]")
                        .multiPart("image", "1.png", TestImages.png(3))
                        .multiPart("image", "2.png", TestImages.png(4))
                        .post(model + "/images/batch"))
                .by("removeImage 204", () -> given().delete(model + "/images/" + ImageId.of(TestImages.png(3))));
    }

    private static RequestSpecification upload(String label) {
        return given().contentType("application/octet-stream").queryParam("label", label);
    }

    private void corrections(Coverage coverage) {
        String image = model + "/images/" + ImageId.of(CAT);
        coverage.by(
                        "relabelImage 200",
                        () -> json("{\"label\": \"lynx\", \"annotator\": \"ada\", \"annotation\": \"a-1\"}")
                                .put(image + "/label"))
                .by("image 200", () -> given().get(image))
                .by("removeAnnotation 200", () -> given().delete(model + "/annotations/a-1"));
    }

    private void webhooks(Coverage coverage) {
        tool.serve("/data/upload/2/plane.png", CAT);
        coverage.by("labelStudioWebhook 202", () -> lab(Fixtures.read("label-studio/annotation-created.json"), model))
                .by("labelStudioWebhook 400", () -> lab("[]".getBytes(StandardCharsets.UTF_8), model))
                .by("labelStudioWebhook 401", () -> json("{}").post(model + "/feeds/label-studio"))
                .by("labelStudioWebhook 404", () -> lab("{}".getBytes(StandardCharsets.UTF_8), "/v1/models/nobody"))
                .by("labelStudioWebhook 413", () -> lab(new byte[(4 << 20) + 1], model))
                .by("labelStudioWebhook 422", () -> lab(Fixtures.read("label-studio/payload-switched-off.json"), model))
                .by("cvatWebhook 202", () -> cvat(Fixtures.read("cvat/ping.json"), model))
                .by("cvatWebhook 400", () -> cvat("[]".getBytes(StandardCharsets.UTF_8), model))
                .by("cvatWebhook 401", () -> json("{}").post(model + "/feeds/cvat"))
                .by("cvatWebhook 404", () -> cvat(Fixtures.read("cvat/ping.json"), "/v1/models/nobody"))
                .by("cvatWebhook 413", () -> cvat(new byte[(4 << 20) + 1], model));
    }

    private static void lab(byte[] body, String model) {
        given().header("X-Hone-Secret", ToolResource.LAB_SECRET)
                .contentType("application/json")
                .body(body)
                .post(model + "/feeds/label-studio");
    }

    private static void cvat(byte[] body, String model) {
        given().header("X-Signature-256", SignedWebhooks.signature(body))
                .contentType("application/json")
                .body(body)
                .post(model + "/feeds/cvat");
    }

    private void deadLetters(Coverage coverage) {
        String other = "/v1/models/" + models.register().name();
        String letters = other + "/feeds/dead-letters";
        String letter = letters + "/label-studio:lab:annotation-17";
        lab(Fixtures.read("label-studio/several-choices.json"), other);
        await().atMost(SOON)
                .until(() -> given().get(letters).jsonPath().getList("").size() == 1);
        coverage.by("listDeadLetters 200", () -> given().get(letters))
                .by("listWaiting 200", () -> given().get(other + "/feeds/waiting"))
                .by("retryDeadLetter 202", () -> given().post(letter + "/retry"))
                .by("retryDeadLetter 404", () -> given().post(letters + "/other/retry"))
                .by("retryDeadLetters 202", () -> given().post(letters + "/retry"))
                .by("forgetDeadLetter 204", () -> given().delete(letter))
                .by("forgetDeadLetter 404", () -> given().delete(letters + "/other"));
    }

    private void intake(Coverage coverage) {
        String rules = "{\"labels.rule\": \"majority\"}";
        coverage.by(
                        "changeIntake 200",
                        () -> json(rules).queryParam("reason", "experts").put(model + "/intake"))
                .by("changeIntake 400", () -> json("{\"labels.rule\": \"loudest\"}")
                        .put(model + "/intake"))
                .by(
                        "changeIntake 412",
                        () -> json(rules).header("If-Match", "\"0\"").put(model + "/intake"))
                .by("intake 200", () -> given().get(model + "/intake"))
                .by("intakeHistory 200", () -> given().get(model + "/intake/history"));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
