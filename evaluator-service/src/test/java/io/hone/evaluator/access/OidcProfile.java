package io.hone.evaluator.access;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * An evaluator that believes an identity provider, by the provider's public key: none has to run for that. It writes down
 * what it does more closely than anybody would in earnest.
 */
public final class OidcProfile implements QuarkusTestProfile {

    static final String ROOT = "0123456789abcdef0123456789abcdef";
    static final String SCRAPER = "fedcba9876543210fedcba9876543210";
    static final KeyPair PROVIDER = pair(1);
    static final KeyPair SOMEBODY = pair(2);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "hone.auth.mode",
                "oidc",
                "hone.auth.root-key",
                ROOT,
                "hone.auth.metrics-key",
                SCRAPER,
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(PROVIDER.getPublic().getEncoded()),
                "quarkus.log.file.enabled",
                "true",
                "quarkus.log.file.path",
                "target/secrets-test.log",
                "quarkus.log.category.\"io.hone\".level",
                "DEBUG",
                "quarkus.log.category.\"io.quarkus.oidc\".level",
                "DEBUG",
                "quarkus.log.category.\"io.quarkus.vertx.http\".level",
                "DEBUG");
    }

    /** The same for the same seed: Quarkus loads this class twice, for its settings and for its tests. */
    private static KeyPair pair(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String token(KeyPair signer, Duration lifespan, String... roles) {
        return Jwt.upn("ada@example.org")
                .groups(Set.of(roles))
                .expiresIn(lifespan)
                .sign(signer.getPrivate());
    }

    static RequestSpecification as(String keyOrToken) {
        return given().header("Authorization", "Bearer " + keyOrToken);
    }
}
