package io.hone.ingest.cvat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.tool.Fixtures;
import io.hone.ingest.tool.ToolResource;
import io.hone.ingest.tool.ToolServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(ToolResource.class)
class CvatHttpTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestModels models;
    private TestModel model;

    /** Filled in by {@link ToolResource}. */
    ToolServer tool;

    CvatHttpTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void prepare() {
        model = models.register();
        tool.forgetAll();
        tool.serve("/api/jobs/5/annotations", Fixtures.read("cvat/annotations.json"));
        for (int page = 1; page <= 2; page++) {
            tool.serve(
                    "/api/labels?job_id=5&page=" + page + "&page_size=100",
                    Fixtures.read("cvat/labels-" + page + ".json"));
        }
        for (int frame = 0; frame < 4; frame++) {
            tool.serve(
                    "/api/jobs/5/data?type=frame&number=" + frame + "&quality=original", TestImages.png(500 + frame));
        }
    }

    @Test
    void theTagsOfAFinishedJobBecomeLabels() {
        // When
        Response answer = send("job-completed");

        // Then
        answer.then().statusCode(202).body("event", equalTo("update:job")).body("queued", equalTo(1));
        Map<String, LabelledImage> images = eventually(2);
        LabelledImage rose = images.get("rose");
        assertThat(rose.id()).isEqualTo(ImageId.of(TestImages.png(500)));
        assertThat(rose.annotator()).contains("ben");
        assertThat(rose.source()).isEqualTo(URI.create("/cvat/shop/projects/3"));
        assertThat(images.get("oxeye daisy").id()).isEqualTo(ImageId.of(TestImages.png(501)));
        // Then an image with two tags is told of, and one with outlines alone is nobody's business
        await().atMost(SOON).untilAsserted(() -> deadLetters()
                .body("size()", equalTo(1))
                .body("[0].id", equalTo("cvat:shop:job-5-frame-2"))
                .body("[0].reason", containsString("2 different tags, [rose, oxeye daisy]")));
    }

    @Test
    void aCvatThatIsAwayForAWhileIsAskedAgain() {
        // Given
        tool.fail(4);

        // When
        send("job-completed-little-said").then().statusCode(202).body("queued", equalTo(1));

        // Then
        assertThat(eventually(2).get("rose").source()).isEqualTo(URI.create("/cvat/shop/jobs/5"));
    }

    @Test
    void aJobThatCvatDoesNotKnowIsADeadLetter() {
        // Given
        tool.forgetAll();

        // When
        send("job-completed");

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        deadLetters().body("size()", equalTo(1)).body("[0].reason", containsString("status 404")));
    }

    @Test
    void whatIsNoAnswerOfCvatIsADeadLetter() {
        // Given
        tool.serve("/api/jobs/5/annotations", "<html>Please log in</html>");

        // When
        send("job-completed");

        // Then
        await().atMost(SOON).untilAsserted(() -> deadLetters()
                .body("size()", equalTo(1))
                .body("[0].reason", containsString("is the address CVAT's own?")));
    }

    @Test
    void otherEventsAreTakenAndIgnored() {
        send("ping").then().statusCode(202).body("event", equalTo("ping")).body("queued", equalTo(0));
        send("job-assigned").then().statusCode(202).body("queued", equalTo(0));
        assertThat(tool.asked()).isEmpty();
    }

    @Test
    void whatIsNotSignedIsNotListenedTo() {
        byte[] body = Fixtures.read("cvat/job-completed.json");
        String signature = new Signature(ToolResource.SHOP_SECRET).of(body);
        assertThat(post(null, body).statusCode()).isEqualTo(401);
        assertThat(post("sha256=00", body).statusCode()).isEqualTo(401);
        assertThat(post(new Signature("another secret of another").of(body), body)
                        .statusCode())
                .isEqualTo(401);
        // Then what was changed on its way is not what was signed
        body[body.length - 3] ^= 1;
        post(signature, body).then().statusCode(401).body("type", equalTo("urn:hone:problem:unknown-tool"));
        assertThat(tool.asked()).isEmpty();
    }

    @Test
    void whatIsNoWebhookIsRefused() {
        for (String text :
                new String[] {"", "[]", "{", "{}", "{\"event\":\"update:job\",\"job\":{\"state\":\"completed\"}}"}) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            assertThat(post(new Signature(ToolResource.SHOP_SECRET).of(body), body)
                            .statusCode())
                    .as(text)
                    .isEqualTo(400);
        }
    }

    @Test
    void theSignatureIsAsCvatMakesIt() {
        // Given RFC 4231, test case 2
        assertThat(new Signature("Jefe").of("what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private Response send(String fixture) {
        byte[] body = Fixtures.read("cvat/" + fixture + ".json");
        return post(new Signature(ToolResource.SHOP_SECRET).of(body), body);
    }

    private Response post(String signature, byte[] body) {
        var request = given().contentType("application/json").body(body);
        if (signature != null) {
            request.header("X-Signature-256", signature);
        }
        return request.post("/v1/models/" + model.name() + "/feeds/cvat");
    }

    private ValidatableResponse deadLetters() {
        return given().get("/v1/models/" + model.name() + "/feeds/dead-letters")
                .then()
                .statusCode(200);
    }

    private Map<String, LabelledImage> eventually(int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(model.records()).hasSize(count));
        return model.entries().stream()
                .map(entry -> ((ImageEntry.Labelled) entry).image())
                .collect(Collectors.toMap(LabelledImage::label, image -> image));
    }
}
