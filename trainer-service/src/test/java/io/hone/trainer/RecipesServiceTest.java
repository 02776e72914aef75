package io.hone.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Kind;
import io.hone.openapi.Answers;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.vision.archive.TorchScriptArchive;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run makes of images, by recipe, on the real stack. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RecipesServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private SampleModel model;

    @BeforeEach
    void register() throws Exception {
        model = SampleModel.register();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
    }

    private String path(String rest) {
        return "/v1/models/" + model.name + rest;
    }

    private void awaitImages(int count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> given().get(path("/images")).jsonPath().getInt("images") == count);
    }

    private Manifest candidate(Map<String, ?> recipe) {
        given().contentType("application/json")
                .body(recipe)
                .put(path("/recipe"))
                .then()
                .statusCode(200);
        given().post(path("/runs")).then().statusCode(202);
        await().atMost(PATIENCE).until(() -> !"running"
                .equals(given().get(path("/runs")).jsonPath().getString("[0].state")));
        assertThat(given().get(path("/runs")).jsonPath().getString("[0].reason"))
                .isNull();
        return model.registry.versions().find(model.name, 2).orElseThrow();
    }

    @Test
    void aNewLabelWithEnoughImagesBecomesAClassAndTheOthersWait() throws Exception {
        // Given
        model.send(60);
        model.sendNewClass("horse", 40);
        model.sendNewClass("truck", 5);
        awaitImages(105);

        // When
        Manifest candidate = candidate(Map.of("new-classes.images", 30, "new-classes.hold-out-images", 0));

        // Then
        Manifest base = model.registry.versions().find(model.name, 1).orElseThrow();
        Training training = candidate.training().orElseThrow();
        assertThat(training.newClasses()).containsExactly("horse");
        assertThat(candidate.classes().labels())
                .startsWith(base.classes().labels().toArray(String[]::new))
                .hasSize(base.classes().size() + 1)
                .endsWith("horse");
        assertThat(model.registry.versions().file(candidate, ObjectKeys.SYNSET))
                .hasValueSatisfying(synset -> assertThat(Classes.fromSynset(new String(synset, StandardCharsets.UTF_8)))
                        .isEqualTo(candidate.classes()));
        assertThat(training.dataset().imagesByClass())
                .containsEntry("horse", 40)
                .doesNotContainKey("truck");
        given().get(path("/images")).then().body("waitingImages", equalTo(45));
        given().get(path("/runs")).then().body("[0].newClasses", equalTo(List.of("horse")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void eachKindOfRecipeMakesACandidate(Kind kind) throws Exception {
        // Given
        model.send(120);
        awaitImages(120);

        // When
        Manifest candidate = candidate(
                Map.of("kind", kind.name().toLowerCase(Locale.ROOT), "iterations", 4, "frozen", "stem,stages.0"));

        // Then
        Training training = candidate.training().orElseThrow();
        assertThat(training.kind()).isEqualTo(kind);
        assertThat(training.choice()).isEmpty();
        assertThat(training.headFit().isPresent()).isEqualTo(training.kind() == Kind.HEAD);
        Manifest base = model.registry.versions().find(model.name, 1).orElseThrow();
        assertThat(sameAs(base, candidate, "stem.0.weight")).isEqualTo(training.kind() != Kind.FULL);
        assertThat(sameAs(base, candidate, "stem.1.running_mean")).isEqualTo(training.kind() != Kind.FULL);
        assertThat(sameAs(base, candidate, "stages.2.first.0.weight")).isEqualTo(training.kind() == Kind.HEAD);
        assertThat(sameAs(base, candidate, "fc.weight")).isFalse();
    }

    private boolean sameAs(Manifest base, Manifest candidate, String tensor) {
        return Arrays.equals(floats(base, tensor), floats(candidate, tensor));
    }

    private float[] floats(Manifest version, String tensor) {
        return TorchScriptArchive.read(model.registry.versions().download(version, folder))
                .floats(tensor);
    }

    static List<Map<String, ?>> recipes() {
        return List.of(
                Map.of("iterations", 8),
                Map.of("kind", "head"),
                Map.of("kind", "partial", "head.first", true, "iterations", 8, "optimizer.name", "adamw"),
                // As if there were many images: few are tried out in five folds, which takes a minute.
                Map.of("kind", "auto", "iterations", 8, "auto.small", 0));
    }

    /** With a new class; of a fitted head, with the features computed anew. */
    @ParameterizedTest
    @MethodSource("recipes")
    @Answers({"reproduce 202", "reproduction 200"})
    void aVersionTrainedAgainIsTheSameBitForBit(Map<String, ?> recipe) throws Exception {
        // Given
        model.send(60);
        model.sendNewClass("horse", 30);
        awaitImages(90);
        Manifest candidate = candidate(recipe);
        Training training = candidate.training().orElseThrow();
        assertThat(training.kind()).isNotEqualTo(Kind.AUTO);
        assertThat(training.choice().isPresent()).isEqualTo("auto".equals(recipe.get("kind")));

        // When
        String reproduction = given().post(path("/versions/2/reproductions"))
                .then()
                .statusCode(202)
                .extract()
                .path("reproduction");
        await().atMost(PATIENCE).until(() -> !"running"
                .equals(given().get(path("/reproductions/" + reproduction))
                        .jsonPath()
                        .getString("state")));

        // Then
        given().get(path("/reproductions/" + reproduction))
                .then()
                .body("state", equalTo("finished"))
                .body("outcome.sha256", equalTo(candidate.sha256()))
                .body("outcome.identical", equalTo(true))
                .body("outcome.otherwise", equalTo(List.of()));
        assertThat(model.registry.versions().list(model.name)).hasSize(2);
    }

    @Test
    @Answers("reproduce 422")
    void aVersionThatWasRegisteredCannotBeTrainedAgain() {
        given().post(path("/versions/1/reproductions"))
                .then()
                .statusCode(422)
                .body("type", containsString("not-reproducible"));
    }
}
