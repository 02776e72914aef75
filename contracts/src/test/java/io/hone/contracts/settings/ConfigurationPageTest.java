package io.hone.contracts.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.intake.IntakeKeys;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.recipe.RecipeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's tables of keys are the catalogues; they are written anew when this test is run as its failure says. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- %s keys: begin; written by ConfigurationPageTest in contracts -->\n";
    private static final String END = "<!-- %s keys: end -->";
    private static final String WRITE = "mvn -B -pl contracts -Dtest=ConfigurationPageTest -Dhone.page=write test";

    static List<Catalogue<?>> catalogues() {
        return List.of(RecipeKeys.CATALOGUE, PolicyKeys.CATALOGUE, IntakeKeys.CATALOGUE);
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyKeyStandsThereWithDefaultRangeAndMeaning(Catalogue<?> catalogue) throws IOException {
        // Given
        String page = Files.readString(PAGE);
        String begin = BEGIN.formatted(catalogue.subject());
        String before = page.substring(0, page.indexOf(begin) + begin.length());
        String after = page.substring(page.indexOf(END.formatted(catalogue.subject())));
        String expected = before + table(catalogue) + after;

        // When
        if ("write".equals(System.getProperty("hone.page"))) {
            Files.writeString(PAGE, expected);
        }

        // Then
        assertThat(Files.readString(PAGE))
                .as("the keys in %s; write them anew with: %s", PAGE, WRITE)
                .isEqualTo(expected);
    }

    private static String table(Catalogue<?> catalogue) {
        return "| key | default | range | meaning |\n| --- | --- | --- | --- |\n"
                + catalogue.keys().stream().map(ConfigurationPageTest::row).collect(joining());
    }

    private static <T> String row(Key<T> key) {
        String byDefault = String.valueOf(key.written(key.byDefault()));
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        byDefault.isEmpty() ? "none" : "`" + decimal(byDefault) + "`",
                        key.range(),
                        key.meaning());
    }

    /** {@code 0.0005} rather than {@code 5.0E-4}. */
    private static String decimal(String text) {
        return text.matches("[0-9.]+(E-?\\d+)?") ? Decimals.text(Double.parseDouble(text)) : text;
    }
}
