package io.hone.contracts.recipe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.settings.Decimals;
import io.hone.contracts.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page's table of keys is the catalogue; it is written anew when this test is run as its failure says. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- recipe keys: begin; written by ConfigurationPageTest in contracts -->\n";
    private static final String END = "<!-- recipe keys: end -->";
    private static final String WRITE = "mvn -B -pl contracts -Dtest=ConfigurationPageTest -Dhone.page=write test";

    @Test
    void everyKeyStandsThereWithDefaultRangeAndMeaning() throws IOException {
        // Given
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));
        String expected = before + table() + after;

        // When
        if ("write".equals(System.getProperty("hone.page"))) {
            Files.writeString(PAGE, expected);
        }

        // Then
        assertThat(Files.readString(PAGE))
                .as("the keys in %s; write them anew with: %s", PAGE, WRITE)
                .isEqualTo(expected);
    }

    private static String table() {
        return "| key | default | range | meaning |\n| --- | --- | --- | --- |\n"
                + RecipeKeys.CATALOGUE.keys().stream()
                        .map(ConfigurationPageTest::row)
                        .collect(joining());
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
