package io.hone.ingest.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.contracts.image.Split;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.task.UnusableTaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelRuleTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String TWO_CONTROLS = """
            {"id": 17, "result": [
              {"from_name": "species", "type": "choices", "value": {"choices": ["rose"]}},
              {"from_name": "quality", "type": "choices", "value": {"choices": ["blurred", "dark"]}},
              {"from_name": "outline", "type": "rectanglelabels", "value": {"x": 1, "rectanglelabels": ["petal"]}}]}
            """;

    private final TestTools tools = new TestTools();

    @Test
    void theControlThatIsNamedGivesTheLabel() throws Exception {
        assertThat(LabelRule.label(tools.with("from-name", "species"), annotated(TWO_CONTROLS)))
                .isEqualTo("rose");
    }

    @Test
    void ofSeveralControlsOneMustBeNamed() {
        assertThatThrownBy(() -> LabelRule.label(tools.plain(), annotated(TWO_CONTROLS)))
                .isInstanceOf(UnusableTaskException.class)
                .hasMessage(
                        "annotation 17 has choices of [quality, species]: set hone.feeds.label-studio.lab.from-name to the one that is the label");
    }

    @Test
    void aControlThatSaysNothingIsTold() {
        assertThatThrownBy(() -> LabelRule.label(tools.with("from-name", "choice"), annotated(TWO_CONTROLS)))
                .isInstanceOf(UnusableTaskException.class)
                .hasMessageContaining("no choice of 'choice', but of species, quality");
    }

    @Test
    void anAnnotationWithoutAChoiceIsTold() {
        assertThatThrownBy(() -> LabelRule.label(tools.plain(), annotated("{\"id\": 17, \"result\": []}")))
                .isInstanceOf(UnusableTaskException.class)
                .hasMessageContaining("annotation 17 has no choice");
        assertThatThrownBy(() -> LabelRule.label(tools.plain(), annotated("{\"id\": 17, \"result\": \"broken\"}")))
                .isInstanceOf(UnusableTaskException.class);
    }

    @Test
    void theImagesFieldIsTheOneThatIsSet() throws Exception {
        // Given
        Annotated annotated = Reading.annotated(
                json("{\"id\": 17}"), json("{\"data\": {\"photo\": \"/a.png\", \"n\": 3}}"), json("5"), "image");

        // Then
        assertThat(LabelRule.image(tools.with("image-field", "photo"), annotated))
                .isEqualTo("https://label.example.org/studio/a.png");
        assertThat(annotated.project()).contains("5");
        assertThatThrownBy(() -> LabelRule.image(tools.plain(), annotated))
                .isInstanceOf(UnusableTaskException.class)
                .hasMessageContaining("without 'image' in its data, which has [n, photo]")
                .hasMessageContaining("hone.feeds.label-studio.lab.image-field");
    }

    @Test
    void addressesOfOtherHostsAreNotTheTools() {
        assertThat(tools.plain().resolve("//evil.example.org/a.png")).isEqualTo("//evil.example.org/a.png");
        assertThat(tools.plain().resolve("https://example.org/a.png")).isEqualTo("https://example.org/a.png");
    }

    @Test
    void aLabelStudioBelowAPathTellsImagesWithThatPathOrWithout() {
        assertThat(tools.plain().resolve("/studio/data/upload/2/a.png"))
                .isEqualTo("https://label.example.org/studio/data/upload/2/a.png");
        assertThat(tools.plain().resolve("/data/upload/2/a.png"))
                .isEqualTo("https://label.example.org/studio/data/upload/2/a.png");
        assertThat(tools.plain().resolve("/studios/a.png")).isEqualTo("https://label.example.org/studio/studios/a.png");
        assertThat(tools.with("address", "https://label.example.org").resolve("/data/a.png"))
                .isEqualTo("https://label.example.org/data/a.png");
    }

    @Test
    void aPersonIsKnownByTheNumberThatWebhooksAndExportsTell() {
        assertThat(annotated("{\"id\": 17, \"completed_by\": 1}").annotator()).contains("1");
        assertThat(annotated("{\"id\": 17, \"completed_by\": {\"id\": 1, \"email\": \"ada@example.org\"}}")
                        .annotator())
                .contains("1");
        assertThat(annotated("{\"id\": 17, \"completed_by\": {\"email\": \"ada@example.org\"}}")
                        .annotator())
                .contains("ada@example.org");
        assertThat(annotated("{\"id\": 17, \"completed_by\": null}").annotator())
                .isEmpty();
    }

    @Test
    void groundTruthIsGoldenUnlessItIsToBeHoldOutOnly() throws Exception {
        // Given
        Annotated truth =
                annotated("{\"id\": 17, \"ground_truth\": true, \"result\": [{\"value\": {\"choices\": [\"rose\"]}}]}");

        // When
        Labelling golden = LabelRule.labelling(tools.plain(), "label-studio:lab:annotation-17", truth);
        Labelling holdOut = LabelRule.labelling(tools.with("golden", "false"), "label-studio:lab:annotation-17", truth);

        // Then
        assertThat(golden.golden()).isTrue();
        assertThat(holdOut.golden()).isFalse();
        assertThat(golden.split()).isEqualTo(Optional.of(Split.HOLD_OUT)).isEqualTo(holdOut.split());
    }

    @Test
    void aSettingThatCannotBeUsedIsNamedAndNoSecretTold() {
        Map.of(
                        "address", "https://user:geheim@label.example.org",
                        "secret", "geheim",
                        "secret-header", "X Secret",
                        "token", "geheim\n",
                        "models", "no model",
                        "from-name", " ")
                .forEach((key, value) -> assertThatThrownBy(() -> tools.with(key, value))
                        .as(key)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("hone.feeds.label-studio.lab." + key)
                        .message()
                        .doesNotContain("geheim"));
        assertThatThrownBy(() -> tools.named("Lab 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its name is 'Lab 1'");
        assertThatThrownBy(() -> tools.all("one", "two"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret is another tool's as well");
    }

    private static Annotated annotated(String json) {
        return Reading.annotated(json(json), json("{}"), json("{}"), "image");
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
