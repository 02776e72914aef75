package io.hone.ingest.quarantine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.ingest.AuditLines;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.openapi.Answers;
import io.hone.platform.bucket.Buckets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
public class QuarantineHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestModels models;
    private final Buckets buckets;
    private final Producer<String, byte[]> producer;
    private TestModel model;

    QuarantineHttpTest(TestModels models, Buckets buckets, Producer<String, byte[]> producer) {
        this.models = models;
        this.buckets = buckets;
        this.producer = producer;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    @Answers({"listQuarantine 200", "quarantinedImage 200", "quarantinedPicture 200"})
    void whatIsDoubtedIsListedWithTheDoubtAndItsPicture() throws Exception {
        // Given
        ImageId first = doubted(1, Map.of("annotator", "ada", "group", "burst 7"));
        ImageId second = doubted(2, Map.of("annotator", "bob"));

        // When
        Response all = given().get(path());

        // Then
        all.then()
                .statusCode(200)
                .body("id", contains(first.value(), second.value()))
                .body("[0].label", equalTo("cat"))
                .body("[0].annotator", equalTo("ada"))
                .body("[0].predicted", equalTo("dog"))
                .body("[0].confidence", equalTo(0.97f))
                .body("[0].champion", equalTo(1))
                .body("[0].group", equalTo("burst 7"))
                .body("[0].split", equalTo("training"))
                .body("[0].doubtedAt", notNullValue());
        given().get(path() + "?annotator=bob").then().body("id", contains(second.value()));
        given().get(path() + "?skip=1&limit=1").then().body("id", contains(second.value()));
        given().get(path() + "/" + first).then().statusCode(200).body("predicted", equalTo("dog"));
        byte[] picture = given().get(path() + "/" + first + "/image")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(picture).isEqualTo(TestImages.png(1));
        given().get(model.path() + "/" + first)
                .then()
                .statusCode(404)
                .body("detail", containsString("/quarantine/" + first));
        assertThat(given().get("/q/metrics").asString().lines())
                .anyMatch(line -> line.startsWith("hone_ingest_labels_doubted_total")
                        && line.contains("annotator=\"ada\"")
                        && line.contains("model=\"" + model.name())
                        && line.contains("outcome=\"put-aside\""))
                .anyMatch(line -> line.startsWith("hone_ingest_quarantine_images{model=\"" + model.name())
                        && line.endsWith(" 2.0"));
    }

    @Test
    @Answers("releaseQuarantined 200")
    void whatIsReleasedIsInTheStreamAsItWasAndIsNotDoubtedAgain() throws Exception {
        // Given
        ImageId id = doubted(1, Map.of("annotator", "ada", "group", "burst 7", "annotation", "tool:17"));
        LabelledImage before = image(0);
        AuditLines audit = AuditLines.open();

        // When
        Response answer = given().post(path() + "/" + id + "/release");

        // Then
        answer.then().statusCode(200).body("label", equalTo("cat")).body("offset", equalTo(2));
        assertThat(last())
                .isEqualTo(before.labelled(before.given(), last().history()).asReviewed());
        assertThat(audit.all())
                .contains("audit: action='quarantine-released' by='anonymous' model='%s' image='%s' label='cat'"
                        .formatted(model.name(), id));
        audit.close();
        assertGone(id);
        given().get(model.path() + "/" + id).then().statusCode(200).body("annotation", equalTo("tool:17"));
    }

    @Test
    void itMayBeReleasedUnderAnotherLabel() throws Exception {
        // Given
        ImageId id = doubted(1, Map.of("annotator", "ada", "group", "burst 7"));

        // When
        Response answer = given().contentType("application/json")
                .body("{\"label\": \"dog\", \"annotator\": \"grace\"}")
                .post(path() + "/" + id + "/release");

        // Then
        answer.then().statusCode(200).body("label", equalTo("dog")).body("annotator", equalTo("grace"));
        assertThat(last().reviewed()).isTrue();
        assertThat(last().group()).contains("burst 7");
        assertThat(last().history().labels()).extracting(label -> label.label()).containsExactly("cat", "dog");
        assertGone(id);
    }

    @Test
    @Answers("discardQuarantined 204")
    void whatIsDiscardedIsNowhere() throws Exception {
        // Given: an image too large for a record
        byte[] large = TestImages.png(700, 9);
        ImageId id = doubted(large, Map.of("annotator", "ada"));
        given().get(path() + "/" + id + "/image").then().statusCode(200);
        AuditLines audit = AuditLines.open();

        // When
        Response answer = given().delete(path() + "/" + id);

        // Then
        answer.then().statusCode(204);
        assertGone(id);
        assertThat(buckets.images().exists(ObjectKeys.image(model.name(), id))).isFalse();
        assertThat(audit.all())
                .contains("audit: action='quarantine-discarded' by='anonymous' model='%s' image='%s'"
                        .formatted(model.name(), id));
        audit.close();
        assertThat(model.entries()).last().isEqualTo(new ImageEntry.Removed(id));
    }

    @Test
    void whoSendsTheImageAgainHasLookedAtIt() throws Exception {
        // Given
        ImageId id = doubted(1, Map.of("annotator", "ada", "group", "burst 7"));

        // When
        given().queryParams(Map.of("label", "cat", "annotator", "ada"))
                .body(TestImages.png(1))
                .post(model.path())
                .then()
                .statusCode(201);

        // Then it goes where it was
        assertThat(last().split()).contains(Split.TRAINING);
        assertThat(last().group()).contains("burst 7");
        assertThat(last().reviewed()).isTrue();
        assertGone(id);
    }

    @Test
    void aNewLabelReleasesIt() throws Exception {
        // Given
        ImageId id = doubted(1, Map.of("group", "burst 7"));

        // When
        Response answer = given().contentType("application/json")
                .body("{\"label\": \"dog\"}")
                .put(model.path() + "/" + id + "/label");

        // Then
        answer.then().statusCode(200).body("label", equalTo("dog")).body("group", equalTo("burst 7"));
        assertThat(last().label()).isEqualTo("dog");
        assertGone(id);
    }

    @Test
    void whatIsRemovedOrWithdrawnLeavesTheQuarantineToo() throws Exception {
        // Given
        ImageId removed = doubted(1, Map.of());
        ImageId withdrawn = doubted(2, Map.of("annotation", "17"));

        // When
        given().delete(model.path() + "/" + removed).then().statusCode(204);
        given().delete("/v1/models/" + model.name() + "/annotations/17")
                .then()
                .statusCode(200)
                .body("removed", equalTo(true));

        // Then
        assertGone(removed);
        assertGone(withdrawn);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?limit=0      | limit
            ?limit=1001   | limit
            ?skip=-1      | skip
            /ABC          | id
            /ABC/image    | id
            """)
    void whatCannotBeAsked(String rest, String field) {
        given().get(path() + rest).then().statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                   | body
            {"label": ""}        | label
            {"annotator": "ada"} | label
            """)
    void whatIsNoRelease(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .post(path() + "/" + ImageId.of(new byte[] {1}) + "/release")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @Test
    void whatIsNotThere() {
        // Given
        given().queryParam("label", "cat")
                .body(TestImages.png(3))
                .post(model.path())
                .then()
                .statusCode(201);
        for (ImageId id : List.of(ImageId.of(new byte[] {1}), ImageId.of(TestImages.png(3)))) {
            // When, Then
            assertGone(id);
            given().get(path() + "/" + id + "/image").then().statusCode(404).body("field", equalTo("id"));
            given().delete(path() + "/" + id).then().statusCode(404).body("field", equalTo("id"));
        }
        given().get(path()).then().statusCode(200).body("$", empty());
        given().get("/v1/models/nobody/quarantine").then().statusCode(404).body("field", equalTo("model"));
    }

    private String path() {
        return "/v1/models/" + model.name() + "/quarantine";
    }

    /** Sent as a cat, for training, and doubted. */
    private ImageId doubted(long seed, Map<String, String> fields) throws Exception {
        return doubted(TestImages.png(seed), fields);
    }

    private ImageId doubted(byte[] bytes, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("label", "cat", "split", "training"));
        all.putAll(fields);
        int offset = given().queryParams(all)
                .body(bytes)
                .post(model.path())
                .then()
                .statusCode(201)
                .extract()
                .path("offset");
        ImageId id = ImageId.of(bytes);
        LabelDoubted doubt = new LabelDoubted(
                model.name(),
                Instant.parse("2026-11-22T10:15:30Z"),
                id,
                offset,
                "cat",
                Optional.ofNullable(fields.get("annotator")),
                "dog",
                0.97,
                1);
        var unused = producer.send(EventRecords.write(doubt, URI.create("/test"), "doubt"))
                .get();
        await().atMost(PATIENCE).untilAsserted(() -> given().get(path() + "?limit=1000")
                .then()
                .statusCode(200)
                .body("findAll { it.id == '%s' }".formatted(id), hasSize(1)));
        return id;
    }

    private void assertGone(ImageId id) {
        given().get(path() + "/" + id).then().statusCode(404).body("field", equalTo("id"));
        given().post(path() + "/" + id + "/release").then().statusCode(404).body("field", equalTo("id"));
        given().get(path()).then().statusCode(200).body("findAll { it.id == '%s' }".formatted(id), empty());
    }

    private LabelledImage image(int index) {
        return ((ImageEntry.Labelled) model.entries().get(index)).image();
    }

    private LabelledImage last() {
        return image(model.entries().size() - 1);
    }
}
