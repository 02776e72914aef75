package io.hone.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    @Test
    void aPipeGetsNeitherColoursNorBars() {
        // Given
        Properties pipe = properties("false", "80");

        // When
        Capabilities capabilities = Capabilities.of(pipe, Map.of("LANG", "C.UTF-8", "TERM", "xterm"));

        // Then
        assertThat(capabilities).isEqualTo(new Capabilities(false, false, false, 80));
    }

    @Test
    void aTerminalGetsAllItCanShow() {
        // When
        Capabilities capabilities =
                Capabilities.of(properties("true", "120"), Map.of("LANG", "en_GB.utf8", "TERM", "xterm"));

        // Then
        assertThat(capabilities).isEqualTo(new Capabilities(true, true, true, 120));
    }

    @Test
    void noColorIsHeardThoughBarsStay() {
        // When
        Capabilities capabilities = Capabilities.of(properties("true", "80"), Map.of("NO_COLOR", "1"));

        // Then
        assertThat(capabilities).isEqualTo(new Capabilities(true, false, false, 80));
    }

    @Test
    void aDumbTerminalIsAsAPipe() {
        // When
        Capabilities capabilities =
                Capabilities.of(properties("true", "80"), Map.of("TERM", "dumb", "LANG", "C.UTF-8"));

        // Then
        assertThat(capabilities).isEqualTo(Capabilities.plain());
    }

    @Test
    void aWidthThatMakesNoSenseBecomesTheUsualOne() {
        // When
        Capabilities capabilities = Capabilities.of(properties("true", "0"), Map.of());

        // Then
        assertThat(capabilities.columns()).isEqualTo(80);
    }

    private static Properties properties(String terminal, String columns) {
        Properties properties = new Properties();
        properties.setProperty("hone.terminal", terminal);
        properties.setProperty("hone.columns", columns);
        return properties;
    }
}
