package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void theStandardsOwnExampleIsSignedAsTheStandardSays() {
        // When
        String signature = sign(List.of(SECRET));

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileSecretsChangeThereIsASignatureForEach() {
        // When
        String signatures = sign(List.of(OTHER, SECRET));

        // Then
        assertThat(signatures.split(" ", -1))
                .containsExactly(sign(List.of(OTHER)), sign(List.of(SECRET)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, does not begin with whsec_",
        "whsec_not*base64, is no base64",
        "whsec_c2hvcnQ=, has 5 bytes"
    })
    void whatIsNoSecretIsRefusedWithoutShowingIt(String secret, String what) {
        assertThatThrownBy(() -> Signer.of("hone.webhooks.ops.secret", List.of(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hone.webhooks.ops.secret " + what)
                .hasMessageContaining("must be whsec_ and 24 to 64 bytes in base64")
                .hasNoCause()
                .message()
                .doesNotContain(secret.replace("whsec_", ""));
    }

    private static String sign(List<String> secrets) {
        return Signer.of("hone.webhooks.ops.secret", secrets)
                .sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(UTF_8));
    }
}
