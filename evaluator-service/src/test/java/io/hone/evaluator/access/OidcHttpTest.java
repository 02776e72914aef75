package io.hone.evaluator.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider, checked against its public key: no provider has to run for that. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(OidcHttpTest.Provider.class)
class OidcHttpTest {

    private static final String ROOT = "0123456789abcdef0123456789abcdef";
    private static final KeyPair PROVIDERS = pair(1);
    private static final KeyPair SOMEBODYS = pair(2);

    public static final class Provider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hone.auth.mode",
                    "oidc",
                    "hone.auth.root-key",
                    ROOT,
                    "quarkus.oidc.tenant-enabled",
                    "true",
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(PROVIDERS.getPublic().getEncoded()));
        }
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

    private static RequestSpecification as(KeyPair signer, Duration lifespan, String... roles) {
        String token = Jwt.upn("ada@example.org")
                .groups(Set.of(roles))
                .expiresIn(lifespan)
                .sign(signer.getPrivate());
        return given().header("Authorization", "Bearer " + token);
    }

    @Test
    void aTokensRolesHoldForTheirModels() {
        // Given
        Base.named("by-token").withKey(ROOT).post().then().statusCode(201);
        RequestSpecification operator =
                as(PROVIDERS, Duration.ofMinutes(5), "operator:by-token", "somebody else's role");

        // When, then
        operator.get("/v1/models/by-token/policy").then().statusCode(200);
        as(PROVIDERS, Duration.ofMinutes(5), "operator:by-token")
                .get("/v1/keys")
                .then()
                .statusCode(403);
        as(PROVIDERS, Duration.ofMinutes(5)).get("/v1/models").then().statusCode(403);
    }

    @Test
    void aTokenThatSomebodyElseSignedOrThatIsOverOpensNothing() {
        as(SOMEBODYS, Duration.ofMinutes(5), "operator")
                .get("/v1/models")
                .then()
                .spec(unknownCaller());
        as(PROVIDERS, Duration.ofMinutes(-5), "operator")
                .get("/v1/models")
                .then()
                .spec(unknownCaller());
        given().get("/v1/models").then().spec(unknownCaller());
    }

    private static ResponseSpecification unknownCaller() {
        return RestAssured.expect()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("urn:hone:problem:unknown-caller"))
                .body("detail", containsString("hone key create"));
    }

    @Test
    void keysOpenAsWell() {
        // Given
        String key = given().header("Authorization", "Bearer " + ROOT)
                .contentType("application/json")
                .body("{\"name\": \"scripts\", \"grants\": [\"viewer\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("grants[0]", equalTo("viewer:*"))
                .extract()
                .path("key");

        // When, then
        given().header("X-API-Key", key).get("/v1/models").then().statusCode(200);
    }
}
