package io.hone.evaluator.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider, and keys beside them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(OidcProfile.class)
class OidcHttpTest {

    private static RequestSpecification as(KeyPair signer, Duration lifespan, String... roles) {
        return OidcProfile.as(OidcProfile.token(signer, lifespan, roles));
    }

    @Test
    void aTokensRolesHoldForTheirModels() {
        // Given
        Base.named("by-token").withKey(OidcProfile.ROOT).post().then().statusCode(201);
        RequestSpecification operator =
                as(OidcProfile.PROVIDER, Duration.ofMinutes(5), "operator:by-token", "somebody else's role");

        // When, then
        operator.get("/v1/models/by-token/policy").then().statusCode(200);
        as(OidcProfile.PROVIDER, Duration.ofMinutes(5), "operator:by-token")
                .get("/v1/keys")
                .then()
                .statusCode(403);
        as(OidcProfile.PROVIDER, Duration.ofMinutes(5)).get("/v1/models").then().statusCode(403);
    }

    @Test
    void aTokenThatSomebodyElseSignedOrThatIsOverOpensNothing() {
        as(OidcProfile.SOMEBODY, Duration.ofMinutes(5), "operator")
                .get("/v1/models")
                .then()
                .spec(unknownCaller());
        as(OidcProfile.PROVIDER, Duration.ofMinutes(-5), "operator")
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
        String key = OidcProfile.as(OidcProfile.ROOT)
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
