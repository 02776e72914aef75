package io.hone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    private static Caller called(String name) {
        return new Caller(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(name))
                        .build(),
                new AuthSettings(AuthMode.OIDC, Optional.empty(), Optional.empty()));
    }

    private static Caller nobody() {
        return new Caller(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build(),
                new AuthSettings(AuthMode.NONE, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"scripts, scripts", "ada, ada (as scripts)"})
    void whoIsKnownSignsWithHisName(String given, String signature) {
        assertThat(called("scripts").signature(Optional.of(given))).isEqualTo(signature);
        assertThat(called("scripts").signature(Optional.empty())).isEqualTo("scripts");
    }

    @Test
    void whoIsNotKnownSignsAsHeSays() {
        assertThat(nobody().signature(Optional.of("ada"))).isEqualTo("ada");
        assertThat(nobody().signature(Optional.empty())).isEqualTo("a person");
    }

    @Test
    void howeverLongTheNamesASignatureFitsAndTellsWhoItWas() {
        assertThat(called("k".repeat(100)).signature(Optional.of("n".repeat(200))))
                .hasSize(200)
                .startsWith("nnn")
                .endsWith("… (as " + "k".repeat(100) + ")");
    }

    @Test
    void aNameFromOutsideIsOneLineAndNotTooLong() {
        assertThat(called("ada\naudit: action='x'").name()).isEqualTo("ada audit: action='x'");
        assertThat(called("\t\n").name()).isEqualTo("unnamed");
        assertThat(called("a".repeat(5000)).name()).hasSize(100).endsWith("…");
    }
}
