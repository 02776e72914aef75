package io.hone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthSettingsTest {

    private record Given(Optional<AuthMode> mode, Optional<String> rootKey) implements AuthConfig {
        @Override
        public Optional<String> metricsKey() {
            return Optional.empty();
        }

        @Override
        public Duration keyRefresh() {
            return Duration.ofSeconds(10);
        }
    }

    private static AuthConfig mode(AuthMode mode) {
        return new Given(Optional.of(mode), Optional.empty());
    }

    @Test
    void aServiceThatNobodySaidHowToEnterDoesNotStart() {
        assertThatThrownBy(() -> AuthSettings.of(new Given(Optional.empty(), Optional.empty()), "127.0.0.1", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HONE_AUTH_MODE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.20"})
    void openToAllMeansLoopbackOnly(String host) {
        assertThatThrownBy(() -> AuthSettings.of(mode(AuthMode.NONE), host, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hone.auth.mode is none")
                .hasMessageContaining(host);
        assertThatCode(() -> AuthSettings.of(mode(AuthMode.KEYS), host, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void onLoopbackItMayBeOpen(String host) {
        assertThat(AuthSettings.of(mode(AuthMode.NONE), host, false).isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"KEYS, true", "OIDC, false", "NONE, true"})
    void whatIsSaidOfAnIdentityProviderMustGoTogether(AuthMode mode, boolean provider) {
        assertThatThrownBy(() -> AuthSettings.of(mode(mode), "127.0.0.1", provider))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUARKUS_OIDC_TENANT_ENABLED");
        assertThatCode(() -> AuthSettings.of(mode(mode), "127.0.0.1", !provider))
                .doesNotThrowAnyException();
    }

    @Test
    void aRootKeyThatCouldBeGuessedIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> AuthSettings.of(
                        new Given(Optional.of(AuthMode.KEYS), Optional.of("hunter2")), "127.0.0.1", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("7 characters")
                .hasMessageNotContaining("hunter2");
    }
}
