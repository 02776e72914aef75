package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectionTest {

    private final TestModels models;
    private TestModel model;

    CorrectionTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void aNewLabelNeedsNoBytesAndChangesNothingElse() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "group", "burst 7", "annotator", "ada", "split", "hold-out"));

        // When
        Response answer = relabel(id, Map.of("label", "dog", "annotator", "bob"));

        // Then
        answer.then()
                .statusCode(200)
                .body("label", equalTo("dog"))
                .body("annotator", equalTo("bob"))
                .body("split", equalTo("hold-out"))
                .body("group", equalTo("burst 7"))
                .body("offset", equalTo(1));
        LabelledImage before = image(0);
        LabelledImage after = image(1);
        assertThat(after).isEqualTo(before.labelled(after.given(), after.history()));
        assertThat(after.label()).isEqualTo("dog");
        assertThat(after.payload()).isEqualTo(new ImagePayload.Inline(TestImages.png(1)));
    }

    @Test
    void whatIsKnownOfAnImage() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "annotator", "ada", "annotation", "tool:17"));
        relabel(id, Map.of("label", "dog")).then().statusCode(200);

        // When
        Response answer = get(id);

        // Then
        answer.then()
                .statusCode(200)
                .body("id", equalTo(id.value()))
                .body("label", equalTo("dog"))
                .body("annotator", nullValue())
                .body("labelledAt", notNullValue())
                .body("golden", equalTo(false))
                .body("source", equalTo("/hone/ingest"))
                .body("contentType", equalTo("image/png"))
                .body("offset", equalTo(1))
                .body("history", hasSize(2))
                .body("history[0].label", equalTo("cat"))
                .body("history[0].annotator", equalTo("ada"))
                .body("history[0].annotation", equalTo("tool:17"))
                .body("history[1].label", equalTo("dog"))
                .body("trained.versions", hasSize(0))
                .body("trained.unknown", hasSize(0));
    }

    @Test
    void aLargeImageStaysInTheBucket() {
        // Given
        byte[] large = TestImages.png(700, 9);
        given().queryParam("label", "cat").body(large).post(model.path()).then().statusCode(201);

        // When
        Response answer = relabel(ImageId.of(large), Map.of("label", "dog"));

        // Then
        answer.then().statusCode(200);
        assertThat(image(1).label()).isEqualTo("dog");
        assertThat(image(1).payload()).isEqualTo(image(0).payload()).isInstanceOf(ImagePayload.Reference.class);
    }

    @Test
    void whatIsSaidAlreadyIsNotSaidAgain() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "annotator", "ada"));
        relabel(id, Map.of("label", "dog", "annotator", "bob", "annotation", "18"))
                .then()
                .statusCode(200);

        // When a tool repeats what it got no answer to
        Response again = relabel(id, Map.of("label", "dog", "annotator", "bob", "annotation", "18"));

        // Then
        again.then().statusCode(200).body("label", equalTo("dog")).body("offset", equalTo(1));
        assertThat(model.records()).hasSize(2);
    }

    @Test
    void aGoldenImageStaysGolden() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "golden", "true"));

        // When it is corrected, and sent again by somebody who does not know that it is golden
        relabel(id, Map.of("label", "dog")).then().statusCode(200).body("golden", equalTo(true));
        post(1, Map.of("label", "cow"));

        // Then
        assertThat(List.of(image(1), image(2))).allSatisfy(image -> {
            assertThat(image.golden()).isTrue();
            assertThat(image.split()).contains(Split.HOLD_OUT);
        });
        upload(1, Map.of("label", "cow", "split", "training"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hone:problem:golden"))
                .body("field", equalTo("split"))
                .body("detail", containsString("take it back first"));
    }

    @Test
    void anImageSentAgainStaysWhereItWas() {
        // Given one that the hold-out rule, which knows nothing of its group, would put elsewhere
        Split ruled = Split.fromWireName(upload(1, Map.of("label", "cat")).path("split"));
        String other = ruled == Split.TRAINING ? "hold-out" : "training";
        post(1, Map.of("label", "cat", "split", other, "group", "burst 7"));

        // When
        post(1, Map.of("label", "dog"));

        // Then
        assertThat(image(2).split().map(Split::wireName)).contains(other);
        assertThat(image(2).group()).contains("burst 7");
        assertThat(image(2).history().labels()).hasSize(2);
    }

    @Test
    void correctionsAtTheSameTimeAreAllKept() throws Exception {
        // Given
        ImageId id = post(1, Map.of("label", "cat"));
        ExecutorService annotators = Executors.newFixedThreadPool(8);

        // When
        List<Future<Integer>> answers = new ArrayList<>();
        IntStream.range(0, 16)
                .forEach(i -> answers.add(annotators.submit(
                        () -> relabel(id, Map.of("label", "label " + i, "annotator", "annotator " + i))
                                .statusCode())));
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        annotators.shutdown();

        // Then each was made upon the one before
        List<ImageEntry> entries = model.entries();
        assertThat(entries).hasSize(17);
        for (int i = 1; i < entries.size(); i++) {
            assertThat(image(i).history().labels()).hasSize(i + 1);
        }
    }

    @Test
    void anImageThatWasTakenBackIsKnownNoMore() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "golden", "true"));
        given().delete(model.path() + "/" + id).then().statusCode(204);

        // When
        Response known = get(id);
        Response corrected = relabel(id, Map.of("label", "dog"));

        // Then
        known.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:unknown-image"))
                .body("value", equalTo(id.value()));
        corrected.then().statusCode(404);
        assertThat(model.records()).hasSize(2);

        // Then sent anew it begins anew
        post(1, Map.of("label", "dog", "split", "training"));
        get(id).then().body("golden", equalTo(false)).body("history", hasSize(1));
    }

    @Test
    void anAnnotationThatIsTakenBackLeavesWhatOthersSay() {
        // Given
        ImageId id = post(1, Map.of("label", "cat", "annotator", "ada", "annotation", "tool:17"));
        relabel(id, Map.of("label", "dog", "annotator", "bob", "annotation", "tool:18"))
                .then()
                .statusCode(200);

        // When
        Response withdrawn = withdraw("tool:18");

        // Then
        withdrawn
                .then()
                .statusCode(200)
                .body("image", equalTo(id.value()))
                .body("removed", equalTo(false))
                .body("label", equalTo("cat"));
        assertThat(image(2).given()).isEqualTo(image(0).given());
        get(id).then().body("label", equalTo("cat")).body("history[1].withdrawn", notNullValue());
        withdraw("tool:18").then().statusCode(404).body("field", equalTo("annotation"));

        // When the last one goes
        withdraw("tool:17").then().statusCode(200).body("removed", equalTo(true));

        // Then so does the image
        assertThat(model.entries()).last().isEqualTo(new ImageEntry.Removed(id));
        withdraw("tool:17").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"label": ""}                         | label
            {"annotator": "ada"}                  | label
            {"label": "cat\\u202E"}               | label
            {"label": "cat", "annotator": " ada"} | annotator
            {"label": "cat", "annotation": "\\n"} | annotation
            {"label": {"no": "text"}}             | body
            [1, 2]                                | body
            null                                  | body
            {"label": "cat"                       | body
            """)
    void whatIsNoLabel(String body, String field) {
        // Given
        ImageId id = post(1, Map.of("label", "cat"));

        // When
        Response answer = given().contentType("application/json").body(body).put(model.path() + "/" + id + "/label");

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(model.records()).hasSize(1);
    }

    @Test
    void whatIsNotThere() {
        ImageId id = ImageId.of(new byte[] {1});
        get(id).then().statusCode(404).body("field", equalTo("id"));
        relabel(id, Map.of("label", "cat")).then().statusCode(404).body("field", equalTo("id"));
        given().get(model.path() + "/ABC").then().statusCode(400).body("field", equalTo("id"));
        withdraw("nobody's").then().statusCode(404);
        given().get("/v1/models/nobody/images/" + id).then().statusCode(404).body("field", equalTo("model"));
    }

    private ImageId post(long seed, Map<String, String> fields) {
        upload(seed, fields).then().statusCode(201);
        ImageId id = ImageId.of(TestImages.png(seed));
        // What was sent is known: what is sent next is placed by it.
        get(id).then().statusCode(200);
        return id;
    }

    private Response upload(long seed, Map<String, String> fields) {
        return given().queryParams(fields).body(TestImages.png(seed)).post(model.path());
    }

    private Response get(ImageId id) {
        return given().get(model.path() + "/" + id);
    }

    private Response relabel(ImageId id, Map<String, String> body) {
        return given().contentType("application/json")
                .body(new String(Json.write(body), StandardCharsets.UTF_8))
                .put(model.path() + "/" + id + "/label");
    }

    private Response withdraw(String annotation) {
        return given().pathParam("annotation", annotation)
                .delete("/v1/models/" + model.name() + "/annotations/{annotation}");
    }

    private LabelledImage image(int index) {
        return ((ImageEntry.Labelled) model.entries().get(index)).image();
    }
}
