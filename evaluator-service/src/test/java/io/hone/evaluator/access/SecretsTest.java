package io.hone.evaluator.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Logs are read by many and kept for long. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(OidcProfile.class)
class SecretsTest {

    private static final Duration LIVE = Duration.ofMinutes(5);
    private static final String WRONG_KEY = "hone_aaaaaaaaaaaaa_wrongwrongwrongwrongwrongwrongwrongwrongwro";
    private static final String NO_KEY = "what-somebody-took-for-a-key";

    private final Path log;
    private final String bucketSecret;
    private final String webhookSecret;

    SecretsTest(
            @ConfigProperty(name = "quarkus.log.file.path") Path log,
            @ConfigProperty(name = "hone.bucket.secret-key") String bucketSecret,
            @ConfigProperty(name = "hone.webhooks.tests.secret") String webhookSecret) {
        this.log = log;
        this.bucketSecret = bucketSecret;
        this.webhookSecret = webhookSecret;
    }

    @Test
    void noSecretIsLogged() throws IOException {
        // Given
        String token = OidcProfile.token(OidcProfile.PROVIDER, LIVE, "operator");
        String old = OidcProfile.token(OidcProfile.PROVIDER, LIVE.negated(), "operator");
        String forged = OidcProfile.token(OidcProfile.SOMEBODY, LIVE, "operator");
        String key = newKey();

        // When: whatever they open or do not, a webhook among it
        Base.named(StackResource.HOOKED_TOO).withKey(key).post().then().statusCode(201);
        for (String any : List.of(OidcProfile.ROOT, OidcProfile.SCRAPER, key, token, old, forged, WRONG_KEY, NO_KEY)) {
            ask(any);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> StackResource.receiver().ids().stream().anyMatch(id -> id.contains("hooked-too")));
        OidcProfile.as(key).delete("/v1/keys/" + id(key)).then().statusCode(200);

        // Then
        String logged = Files.readString(log);
        assertThat(logged)
                .contains("model registered: model=hooked-too")
                .contains("key-created")
                .contains("key-revoked")
                .contains("status=401")
                .contains("status=400");
        assertThat(List.of(
                        OidcProfile.ROOT,
                        OidcProfile.SCRAPER,
                        secret(key),
                        secret(WRONG_KEY),
                        NO_KEY,
                        signature(token),
                        signature(old),
                        signature(forged),
                        bucketSecret,
                        webhookSecret.substring("whsec_".length())))
                .allSatisfy(secret -> assertThat(logged.lines().filter(line -> line.contains(secret)))
                        .isEmpty());
    }

    private static String newKey() {
        return OidcProfile.as(OidcProfile.ROOT)
                .contentType("application/json")
                .body("{\"name\": \"scripts\", \"grants\": [\"operator\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static void ask(String keyOrToken) {
        OidcProfile.as(keyOrToken).get("/v1/models");
        OidcProfile.as(keyOrToken).get("/nowhere");
        OidcProfile.as(keyOrToken)
                .contentType("application/json")
                .body("{\"no-such-key\": 1}")
                .put("/v1/models/hooked-too/policy");
        given().header("X-API-Key", keyOrToken).get("/q/metrics");
        given().header("Authorization", "Basic " + keyOrToken).get("/v1/keys");
    }

    /** Of {@code hone_<id>_<secret>}. */
    private static String secret(String key) {
        return key.substring(key.length() - 43);
    }

    private static String id(String key) {
        return key.substring("hone_".length(), key.length() - 44);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
