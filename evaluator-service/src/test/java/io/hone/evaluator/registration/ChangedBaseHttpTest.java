package io.hone.evaluator.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.evaluator.Base;
import io.hone.evaluator.Safetensors;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.registry.settings.SettingsChain;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registrations that ask for more than to take a file as it is. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ChangedBaseHttpTest {

    private final SettingsChain recipes = SettingsChain.recipes(TestBucket.models());

    @TempDir
    private Path folder;

    @Test
    void aBaseWithOtherClassesGetsAFreshHead() {
        // When
        Base.named("fresh-head")
                .torchScript(Base.network("four"))
                .with("replaceHead", "true")
                .post()
                // Then
                .then()
                .statusCode(201)
                .body("model", equalTo("fresh-head"))
                .body("champion.version", equalTo(1))
                .body("origin.replacedClasses", equalTo(4));
        given().get("/v1/models/fresh-head/versions/1")
                .then()
                .statusCode(200)
                .body("origin.replacedClasses", equalTo(4))
                .body("classes", contains("red", "green", "blue"));
    }

    @Test
    void weightsAreLaidInAndTheAnswerSaysWhich() throws IOException {
        // Given
        Path weights = new Safetensors()
                .with("fc.bias", "[3]", 0, 1, 0)
                .with("stem.weight", "[1]", 1)
                .write(folder.resolve("weights.safetensors"));

        // When
        Base.named("laid")
                .withFile("weights", weights)
                .post()
                // Then
                .then()
                .statusCode(201)
                .body("origin.weights.taken", contains("fc.bias"))
                .body("origin.weights.anew", contains(containsString("fc.weight")))
                .body("origin.weights.unused", contains("stem.weight"));

        // And: the same again is no conflict, and is told the same
        Base.named("laid")
                .withFile("weights", weights)
                .post()
                .then()
                .statusCode(200)
                .body("origin.weights.taken", contains("fc.bias"));
    }

    @Test
    void aNamedHeadIsKept() {
        // When
        Base.named("named-head")
                .torchScript(Base.network("aux"))
                .with("head", "fc")
                .post()
                // Then
                .then()
                .statusCode(201)
                .body("$", not(hasKey("origin")));
        given().get("/v1/models/named-head/versions/1").then().body("head", equalTo("fc"));
    }

    @Test
    void theRecipeComesAsFieldOrFile() throws IOException {
        // When
        Base.named("with-recipe")
                .with("recipe", "{\"epochs\": 3, \"kind\": \"partial\"}")
                .post()
                .then()
                .statusCode(201);
        Base.named("with-recipe-file")
                .withFile("recipe", Files.writeString(folder.resolve("recipe.json"), "{\"epochs\": 4}"))
                .post()
                .then()
                .statusCode(201);

        // Then
        assertThat(recipes.settings(new ModelName("with-recipe")))
                .isEqualTo(RecipeKeys.settings(Map.of("epochs", 3, "kind", "partial")));
        assertThat(recipes.settings(new ModelName("with-recipe-file")))
                .isEqualTo(RecipeKeys.settings(Map.of("epochs", 4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipe | {\"epochs\": 0} | recipe: epochs is '0', must be 1 to 10000",
                "recipe | {\"epoch\": 3} | recipe: there is no recipe key 'epoch'",
                "recipe | epochs=3 | must be one JSON object",
                "recipe | {\"validation.share\": 0, \"validation.patience\": 3} | validation.share is 0",
                "replaceHead | yes | replaceHead is 'yes', must be true or false",
                "head | '' | head is blank"
            })
    void anInvalidFieldIsNamedWithValueAndLimit(String field, String value, String expected) {
        Base.named("invalid")
                .with(field, value)
                .post()
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:invalid-field"))
                .body("field", equalTo(field))
                .body("detail", containsString(expected));
        assertThat(TestBucket.models().keys("models/invalid/")).isEmpty();
    }

    @Test
    void aRecipeThatNamesLayersOfAnotherNetworkIsRefused() {
        Base.named("unusable")
                .with("recipe", "{\"kind\": \"partial\", \"frozen\": \"layer1\"}")
                .post()
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:recipe-does-not-fit"))
                .body("field", equalTo("recipe"))
                .body("detail", containsString("frozen names 'layer1', but the network has only [fc]"));
        assertThat(TestBucket.models().keys("models/unusable/")).isEmpty();
    }

    @Test
    void whatHoldsNoFittingWeightsIsRefused() throws IOException {
        // Given
        Path weights = new Safetensors().with("module.fc.bias", "[3]", 0, 1, 0).write(folder.resolve("weights"));

        // When
        Base.named("unusable")
                .withFile("weights", weights)
                .post()
                // Then
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:no-weights-match"))
                .body("field", equalTo("weights"))
                .body("detail", containsString("module.fc.bias"));
        assertThat(TestBucket.models().keys("models/unusable/")).isEmpty();
    }

    @Test
    void aNamedHeadThatIsNoneIsRefused() {
        Base.named("unusable")
                .with("head", "classifier")
                .post()
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:no-head"))
                .body("field", equalTo("head"))
                .body("detail", containsString("'classifier'"));
    }
}
