package io.hone.platform.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedVariablesTest {

    interface Settings {
        String address();

        String secretHeader();
    }

    @Test
    void whatSetsSomethingAndWhatBelongsToOthersIsPassedOver() {
        assertThatCode(() -> check("HONE_TOOLS_LAB_ADDRESS", "HONE_TOOLS_LAB_SECRET_HEADER", "HONE_TOOLSHED_X", "PATH"))
                .doesNotThrowAnyException();
        // Then a name that a file has given may have several words
        assertThatCode(() -> check("HONE_TOOLS_EAST_LAB_ADDRESS")).doesNotThrowAnyException();
    }

    @Test
    void aKeyThatIsMisspeltIsNamed() {
        assertThatThrownBy(() -> check("HONE_TOOLS_LAB_ADRESS"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "HONE_TOOLS_LAB_ADRESS sets nothing: it must be HONE_TOOLS_NAME_KEY, with a NAME of one word of letters and digits, and a KEY of [ADDRESS, SECRET_HEADER]");
    }

    @Test
    void aNameOfSeveralWordsIsNamed() {
        assertThatThrownBy(() -> check("HONE_TOOLS_WEST_LAB_ADDRESS"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HONE_TOOLS_WEST_LAB_ADDRESS sets nothing");
    }

    private static void check(String... variables) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Stream.of(variables).collect(Collectors.toMap(Function.identity(), name -> "x")), 300))
                .build();
        NamedVariables.requireKnown(config, "hone.tools", Set.of("lab", "east-lab"), Settings.class);
    }
}
