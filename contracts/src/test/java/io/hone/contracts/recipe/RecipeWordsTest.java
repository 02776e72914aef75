package io.hone.contracts.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices stand in manifests and events by the words that people set them with. */
class RecipeWordsTest {

    static Stream<Arguments> choices() {
        return Stream.concat(
                Stream.of(Kind.values()).map(kind -> Arguments.of(kind, RecipeKeys.KIND.written(kind))),
                Stream.of(LinearMethod.values())
                        .map(method -> Arguments.of(method, RecipeKeys.HEAD_METHOD.written(method))));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aChoiceIsWrittenByItsWordAndReadInCapitalsToo(Enum<?> choice, String word) {
        // When
        String json = new String(Json.write(choice), UTF_8);

        // Then
        assertThat(json).isEqualTo('"' + word + '"');
        assertThat(Json.read(json.getBytes(UTF_8), choice.getDeclaringClass())).isEqualTo(choice);
        assertThat(Json.read(('"' + choice.name() + '"').getBytes(UTF_8), choice.getDeclaringClass()))
                .isEqualTo(choice);
    }
}
