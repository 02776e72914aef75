package io.hone.ingest.rule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IntakeRulesOverHttpTest {

    private final TestModels models;
    private TestModel model;

    IntakeRulesOverHttpTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void theMajorityOfAnnotatorsIsFollowedHoweverTheirLabelsCome() {
        // Given
        change("{\"labels.rule\": \"majority\"}").then().statusCode(200);

        // When two say the same with the image's bytes, one after the other at once, and a third something else
        upload("ada", "cat").then().statusCode(201);
        upload("bob", "cat").then().statusCode(201);
        upload("eve", "dog").then().statusCode(201);

        // Then
        known().then().body("label", equalTo("cat")).body("history", hasSize(3));
        assertThat(lastLabel()).isEqualTo("cat");

        // When somebody changes their mind by id
        relabel("bob", "dog").then().statusCode(200).body("label", equalTo("dog"));

        // Then
        assertThat(lastLabel()).isEqualTo("dog");
    }

    @Test
    void onlyTrustedAnnotatorsLabelsHold() {
        // Given
        change("{\"labels.rule\": \"trusted\", \"labels.trusted\": \"ada\"}")
                .then()
                .statusCode(200);

        // When
        Response untrusted = upload("mallory", "dog");

        // Then nothing holds, so that nothing is taken
        untrusted
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:untrusted-annotator"))
                .body("field", equalTo("annotator"))
                .body("value", equalTo("mallory"));
        assertThat(model.records()).isEmpty();

        // When somebody else says something about what ada has said
        upload("ada", "cat").then().statusCode(201);
        relabel("mallory", "dog").then().statusCode(200).body("label", equalTo("cat"));

        // Then it is kept, and does not hold
        known().then()
                .body("label", equalTo("cat"))
                .body("annotator", equalTo("ada"))
                .body("history[1].annotator", equalTo("mallory"));
        assertThat(lastLabel()).isEqualTo("cat");
    }

    @Test
    void theRulesAreTold() {
        // Given
        String tag = intake().then()
                .statusCode(200)
                .body("intake.'labels.rule'", equalTo("last"))
                .body("keys[0].from", equalTo("default"))
                .extract()
                .header("ETag");

        // When
        change("{\"labels.rule\": \"majority\"}").then().statusCode(200);

        // Then
        intake().then().body("intake.'labels.rule'", equalTo("majority")).body("keys[0].from", equalTo("model"));
        given().contentType("application/json")
                .header("If-Match", tag)
                .body("{}")
                .put(path())
                .then()
                .statusCode(412);
        given().get(path() + "/history").then().statusCode(200).body("[0].reason", equalTo("experts"));
    }

    @Test
    void whatCannotBeSet() {
        change("{\"labels.rule\": \"loudest\"}").then().statusCode(400).body("field", equalTo("labels.rule"));
        change("{\"labels.role\": \"last\"}").then().statusCode(400).body("field", equalTo("labels.role"));
        change("{\"labels.rule\": \"trusted\"}").then().statusCode(400).body("detail", containsString("names nobody"));
        change("x".repeat(2 << 20)).then().statusCode(400).body("field", equalTo("body"));
        given().get("/v1/models/nobody/intake").then().statusCode(404);
    }

    private Response upload(String annotator, String label) {
        return given().queryParam("label", label)
                .queryParam("annotator", annotator)
                .body(TestImages.png(1))
                .post(model.path());
    }

    private Response relabel(String annotator, String label) {
        return given().contentType("application/json")
                .body("{\"label\": \"%s\", \"annotator\": \"%s\"}".formatted(label, annotator))
                .put(model.path() + "/" + ImageId.of(TestImages.png(1)) + "/label");
    }

    private Response known() {
        return given().get(model.path() + "/" + ImageId.of(TestImages.png(1)));
    }

    private Response change(String settings) {
        return given().contentType("application/json")
                .queryParam("reason", "experts")
                .body(settings)
                .put(path());
    }

    private Response intake() {
        return given().get(path());
    }

    private String path() {
        return "/v1/models/" + model.name() + "/intake";
    }

    private String lastLabel() {
        var entries = model.entries();
        return ((ImageEntry.Labelled) entries.get(entries.size() - 1)).image().label();
    }
}
