package io.hone.ingest.labelstudio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.tool.Fixtures;
import io.hone.ingest.tool.ToolResource;
import io.hone.ingest.tool.ToolServer;
import io.hone.platform.bucket.Buckets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(ToolResource.class)
class LabelStudioHttpTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] PLANE = TestImages.png(1);
    private static final String PLANE_ID = ImageId.of(PLANE).value();
    private static final String PERSON =
            "{\"id\": 1, \"email\": \"ada@example.org\", \"first_name\": \"Ada\", \"last_name\": \"\"}";

    private final TestModels models;
    private final Buckets buckets;
    private TestModel model;

    /** Filled in by {@link ToolResource}. */
    ToolServer tool;

    LabelStudioHttpTest(TestModels models, Buckets buckets) {
        this.models = models;
        this.buckets = buckets;
    }

    @BeforeEach
    void prepare() {
        model = models.register();
        tool.forgetAll();
        tool.serve("/data/upload/2/plane.png", PLANE);
    }

    @Test
    void anAnnotationOfAnUploadedImageComesIntoTheStream() {
        // When
        Response answer = send("annotation-created");

        // Then
        answer.then()
                .statusCode(202)
                .body("action", equalTo("ANNOTATION_CREATED"))
                .body("queued", equalTo(1));
        LabelledImage image = eventually(1).get(0);
        assertThat(image.id().value()).isEqualTo(PLANE_ID);
        assertThat(image.label()).isEqualTo("Airbus");
        assertThat(image.annotator()).contains("1");
        assertThat(image.source()).isEqualTo(URI.create("/label-studio/lab/projects/2"));
        assertThat(image.golden()).isFalse();
    }

    @Test
    void whatOtherVersionsLeaveOutIsNotMissed() {
        // When
        Response answer = send("annotation-created-little-said");

        // Then
        answer.then().statusCode(202);
        LabelledImage image = eventually(1).get(0);
        assertThat(image.label()).isEqualTo("Airbus");
        assertThat(image.annotator()).contains("1");
        assertThat(image.source()).isEqualTo(URI.create("/label-studio/lab"));
    }

    @Test
    void anUpdateGivesTheNewLabel() {
        // Given
        send("annotation-created");
        eventually(1);

        // When
        send("annotation-updated");

        // Then
        assertThat(eventually(2)).extracting(LabelledImage::label).containsExactly("Airbus", "Boeing");
        assertThat(images()).extracting(image -> image.id().value()).containsOnly(PLANE_ID);
    }

    @Test
    void whatIsKnownIsNotTakenAgainAndWhatIsOlderOverrunsNothing() {
        // Given
        send("annotation-updated");
        eventually(1);
        int asked = tool.asked().size();

        // When the same comes again, and then what was before it
        send("annotation-updated");
        send("annotation-created");

        // Then nothing is fetched, and nothing written, before what follows them
        tool.serve("/data/upload/2/first.png", TestImages.png(2));
        tool.serve("/data/upload/2/second.png", TestImages.png(3));
        send("annotations-created");
        assertThat(eventually(3)).extracting(LabelledImage::label).startsWith("Boeing");
        assertThat(tool.asked()).hasSize(asked + 2);
    }

    @Test
    void ofABatchEachAnnotationGoesItsOwnWay() {
        // Given
        tool.serve("/data/upload/2/first.png", TestImages.png(2));
        tool.serve("/data/upload/2/second.png", TestImages.png(3));

        // When one of four was skipped, and one has no id
        Response answer = send("annotations-created");

        // Then
        answer.then().statusCode(202).body("queued", equalTo(2)).body("skipped", equalTo(1));
        assertThat(answer.jsonPath().getList("refused")).hasSize(1);
        Map<String, LabelledImage> byLabel = byLabel(eventually(2));
        assertThat(byLabel.get("Airbus").id()).isEqualTo(ImageId.of(TestImages.png(2)));
        assertThat(byLabel.get("Boeing").id()).isEqualTo(ImageId.of(TestImages.png(3)));
        // Then ground truth is golden
        assertThat(byLabel.get("Boeing").golden()).isTrue();
        assertThat(byLabel.get("Boeing").split()).contains(Split.HOLD_OUT);
        assertThat(byLabel.get("Airbus").golden()).isFalse();
    }

    @Test
    void aDeletionTakesTheImageBack() {
        // Given
        send("annotation-created");
        eventually(1);

        // When
        send("annotations-deleted").then().statusCode(202).body("queued", equalTo(1));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(model.entries()).hasSize(2));
        assertThat(model.entries().get(1)).isEqualTo(new ImageEntry.Removed(ImageId.of(PLANE)));
    }

    @Test
    void anAnnotationThatIsSkippedAfterwardsIsTakenBack() {
        // Given
        send("annotation-created");
        eventually(1);

        // When
        Response answer = send("annotation-skipped");

        // Then
        answer.then().statusCode(202).body("queued", equalTo(1)).body("skipped", equalTo(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(model.entries()).hasSize(2));
        assertThat(model.entries().get(1)).isEqualTo(new ImageEntry.Removed(ImageId.of(PLANE)));
    }

    @Test
    void anExportThatTellsThePersonSaysNothingNew() {
        // Given
        send("annotation-created");
        eventually(1);

        // When the same comes as an export has it, and then something else
        send(text("annotation-created").replace("\"completed_by\": 1,", "\"completed_by\": " + PERSON + ","));
        tool.serve("/data/upload/2/first.png", TestImages.png(2));
        tool.serve("/data/upload/2/second.png", TestImages.png(3));
        send("annotations-created");

        // Then
        eventually(3);
        assertThat(tool.asked())
                .containsExactlyInAnyOrder(
                        "/data/upload/2/plane.png", "/data/upload/2/first.png", "/data/upload/2/second.png");
    }

    @Test
    void whatSomebodyRemovedDoesNotComeBackByTheSameAnnotation() {
        // Given
        send("annotation-created");
        eventually(1);
        given().delete("/v1/models/" + model.name() + "/images/" + PLANE_ID)
                .then()
                .statusCode(204);

        // When the same comes again, and then something else
        send("annotation-created");
        tool.serve("/data/upload/2/first.png", TestImages.png(2));
        tool.serve("/data/upload/2/second.png", TestImages.png(3));
        send("annotations-created");

        // Then beside the removal nothing is written of it
        eventually(4);
        assertThat(images()).extracting(image -> image.id().value()).containsOnlyOnce(PLANE_ID);
    }

    @Test
    void anotherAnnotationOfTheImageHoldsWhenOneIsDeleted() {
        // Given
        send("annotation-created-little-said");
        eventually(1);
        send("annotation-updated");
        eventually(2);

        // When
        send("annotations-deleted");

        // Then
        List<LabelledImage> images = eventually(3);
        assertThat(images).extracting(LabelledImage::label).containsExactly("Airbus", "Boeing", "Airbus");
        assertThat(images.get(2).annotation()).contains("label-studio:lab:annotation-18");
    }

    @Test
    void severalChoicesAreADeadLetterUntilTheAnnotationIsMended() {
        // When
        send("several-choices").then().statusCode(202);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        given().get(feed("/dead-letters"))
                .then()
                .body("[0].id", equalTo("label-studio:lab:annotation-17"))
                .body("[0].tool", equalTo("lab"))
                .body("[0].attempts", equalTo(1))
                .body("[0].reason", containsString("2 choices, [Airbus, Boeing]"));

        // When
        send("annotation-updated");

        // Then
        assertThat(eventually(1)).extracting(LabelledImage::label).containsExactly("Boeing");
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).isEmpty());
    }

    @Test
    void aToolThatIsAwayForAWhileIsAskedAgain() {
        // Given
        tool.fail(3);

        // When
        send("annotation-created");

        // Then
        eventually(1);
        assertThat(tool.asked()).hasSize(4);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aDeadLetterCanBeTriedAgain() {
        // Given an image that is not there
        tool.forgetAll();
        send("annotation-created");
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        assertThat(deadLetters().get(0).get("reason")).asString().contains("status 404");

        // When
        tool.serve("/data/upload/2/plane.png", PLANE);
        given().post(feed("/dead-letters/label-studio:lab:annotation-17/retry"))
                .then()
                .statusCode(202);

        // Then
        eventually(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).isEmpty());
    }

    @Test
    void aDeadLetterCanBeForgotten() {
        // Given
        send("several-choices");
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));

        // When
        given().delete(feed("/dead-letters/label-studio:lab:annotation-17"))
                .then()
                .statusCode(204);

        // Then
        assertThat(deadLetters()).isEmpty();
        given().post(feed("/dead-letters/label-studio:lab:annotation-17/retry"))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:hone:problem:unknown-dead-letter"));
    }

    @Test
    void anImageInABucketIsTaken() {
        // Given
        buckets.images().write("photographs/" + model.name() + ".png", PLANE, "image/png");

        // When
        send(text("annotation-created")
                .replace("/data/upload/2/plane.png", "s3://images/photographs/" + model.name() + ".png"));

        // Then
        assertThat(eventually(1)).extracting(image -> image.id().value()).containsExactly(PLANE_ID);
    }

    @Test
    void whatNobodyAllowedIsNotFetched() {
        // When
        send(text("annotation-created").replace("/data/upload/2/plane.png", "http://169.254.169.254/latest/meta-data"));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        assertThat(deadLetters().get(0).get("reason")).asString().contains("169.254.169.254", "hone.fetch.hosts");
    }

    @Test
    void aPayloadThatIsSwitchedOffIsNamed() {
        send("payload-switched-off")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:no-payload"))
                .body("detail", containsString("Send payload"));
    }

    @Test
    void otherEventsAreTakenAndIgnored() {
        send("{\"action\": \"PROJECT_UPDATED\", \"project\": {\"id\": 2}}")
                .then()
                .statusCode(202)
                .body("queued", equalTo(0));
    }

    @Test
    void whoeverDoesNotShowTheSecretIsNotListenedTo() {
        byte[] webhook = Fixtures.read("label-studio/annotation-created.json");
        given().body(webhook).post(feed("/label-studio")).then().statusCode(401);
        given().header("X-Hone-Secret", "the secret of the la")
                .body(webhook)
                .post(feed("/label-studio"))
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:hone:problem:unknown-tool"));
        // Then a tool that is set up for other models is a stranger here
        given().header("X-Field", ToolResource.FIELD_SECRET)
                .body(webhook)
                .post(feed("/label-studio"))
                .then()
                .statusCode(401);
        assertThat(tool.asked()).isEmpty();
    }

    @Test
    void whatIsNoWebhookIsRefused() {
        for (String body :
                List.of("", "[]", "{", "{}", "{\"action\": 5, \"annotation\": {}}", "\"ANNOTATION_CREATED\"")) {
            assertThat(send(body).statusCode()).as(body).isIn(202, 400);
        }
        send("{\"action\": \"ANNOTATION_CREATED\", \"annotation\": {\"result\": []}}")
                .then()
                .statusCode(400)
                .body("field", equalTo("annotation"));
        send("{\"action\": \"ANNOTATION_CREATED\", \"annotation\": {\"id\": \"../../x\"}}")
                .then()
                .statusCode(400);
        send("x".repeat((4 << 20) + 1)).then().statusCode(413).body("limit", equalTo(4 << 20));
        given().header("X-Field", ToolResource.FIELD_SECRET)
                .body(Fixtures.read("label-studio/annotation-created.json"))
                .post("/v1/models/plants/feeds/label-studio")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:hone:problem:unknown-model"));
    }

    @Test
    void limitsOfListsAreNamed() {
        given().queryParam("limit", "1001")
                .get(feed("/dead-letters"))
                .then()
                .statusCode(400)
                .body("detail", containsString("between 1 and 1000"));
    }

    private Response send(String fixtureOrBody) {
        byte[] body = fixtureOrBody.matches("[a-z-]+") && fixtureOrBody.length() < 100
                ? Fixtures.read("label-studio/" + fixtureOrBody + ".json")
                : fixtureOrBody.getBytes(StandardCharsets.UTF_8);
        return given().header("X-Hone-Secret", ToolResource.LAB_SECRET)
                .contentType("application/json")
                .body(body)
                .post(feed("/label-studio"));
    }

    private static String text(String fixture) {
        return new String(Fixtures.read("label-studio/" + fixture + ".json"), StandardCharsets.UTF_8);
    }

    private String feed(String path) {
        return "/v1/models/" + model.name() + "/feeds" + path;
    }

    private List<Map<String, Object>> deadLetters() {
        return given().get(feed("/dead-letters"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private List<LabelledImage> eventually(int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(model.records()).hasSize(count));
        return images();
    }

    private List<LabelledImage> images() {
        return model.entries().stream()
                .flatMap(entry -> entry instanceof ImageEntry.Labelled labelled
                        ? Optional.of(labelled.image()).stream()
                        : Optional.<LabelledImage>empty().stream())
                .toList();
    }

    private static Map<String, LabelledImage> byLabel(List<LabelledImage> images) {
        return images.stream().collect(Collectors.toMap(LabelledImage::label, image -> image));
    }
}
