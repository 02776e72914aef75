package io.hone.evaluator.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.hone.openapi.Answers;
import io.hone.openapi.CommonRequests;
import io.hone.openapi.Operation;
import io.hone.openapi.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(AccessHttpTest.Closed.class)
public class AccessHttpTest {

    private static final String ROOT = "0123456789abcdef0123456789abcdef";

    /** Opens no operation. */
    private static final String METRICS = "fedcba9876543210fedcba9876543210";

    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hone.auth.mode",
                    "keys",
                    "hone.auth.root-key",
                    ROOT,
                    "hone.auth.metrics-key",
                    METRICS,
                    "hone.auth.key-refresh",
                    "1s");
        }
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response create(String by, String name, String... grants) {
        return as(by).contentType("application/json")
                .body(Map.of("name", name, "grants", List.of(grants)))
                .post("/v1/keys");
    }

    private static String key(String name, String... grants) {
        return create(ROOT, name, grants).then().statusCode(201).extract().path("key");
    }

    @Test
    void everyOperationIsClosedToStrangers() {
        // Given: what the service says it can do
        Map<String, Map<String, Object>> paths =
                as(ROOT).accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        List<String> open = new ArrayList<>();

        // When
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(operation -> List.of("get", "post", "put", "delete").contains(operation))
                .forEach(operation -> {
                    int status = given().pathParams(parameters(path))
                            .request(Method.valueOf(operation.toUpperCase(Locale.ROOT)), path)
                            .statusCode();
                    if (status != 401) {
                        open.add("%s %s: %d".formatted(operation, path, status));
                    }
                }));

        // Then
        assertThat(paths).hasSizeGreaterThan(15);
        assertThat(open).isEmpty();
    }

    private static Map<String, Object> parameters(String path) {
        Map<String, Object> parameters = new HashMap<>();
        for (String part : path.split("/", -1)) {
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.indexOf('}')), "1");
            }
        }
        return parameters;
    }

    @Test
    @Answers(ofEveryOperation = {401, 403})
    void everyOperationTellsStrangersAndThoseWhoMayNotSo() {
        for (Operation operation : Watch.contract().document().operations()) {
            CommonRequests.send(operation, "plants", request -> {});
            CommonRequests.send(operation, "plants", request -> request.header("X-API-Key", METRICS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/openapi", "/v1/models", "/nowhere"})
    void noPathIsOpenButHealth(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("urn:hone:problem:unknown-caller"))
                .body("detail", containsString("hone key create"));
        given().get("/q/health/ready").then().statusCode(200);
        as(ROOT).get("/q/metrics").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hone_aaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "0123456789abcdef0123456789abcdeF",
                "eyJhbGciOiJub25lIn0.eyJncm91cHMiOlsib3BlcmF0b3IiXX0.",
                "x"
            })
    void whatIsNoKeyOpensNothing(String key) {
        as(key).get("/v1/models")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", not(containsString(key)));
        given().header("X-API-Key", key).get("/q/metrics").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer:guarded, 200, 403, 403",
        "labeller:guarded, 200, 403, 403",
        "operator:guarded, 200, 200, 403",
        "operator:*, 200, 200, 200",
        "operator:other, 403, 403, 403"
    })
    void aRoleOpensWhatItIsFor(String grant, int reading, int deciding, int keys) {
        // Given
        register("guarded");
        String key = key("tester", grant);

        // When, then
        await().untilAsserted(
                        () -> as(key).get("/v1/models/guarded/policy").then().statusCode(reading));
        as(key).contentType("application/json")
                .body("{}")
                .put("/v1/models/guarded/policy")
                .then()
                .statusCode(deciding);
        as(key).get("/v1/keys").then().statusCode(keys);
    }

    @Test
    void whoLacksARoleIsToldWhich() {
        // Given
        register("guarded");
        String key = key("label studio", "viewer:guarded");

        // When, then
        await().untilAsserted(() -> as(key).contentType("application/json")
                .body("{\"version\": 1, \"reason\": \"because\"}")
                .post("/v1/models/guarded/promote")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:not-allowed"))
                .body("limit", equalTo("operator"))
                .body("detail", containsString("'label studio' lacks the role operator for model 'guarded'")));
    }

    @Test
    void ofAllModelsOneSeesThoseThatOneMay() {
        // Given
        register("guarded");
        register("secret");
        String key = key("narrow", "viewer:guarded");

        // When, then
        await().untilAsserted(
                        () -> as(key).get("/v1/models").then().statusCode(200).body("model", contains("guarded")));
    }

    @Test
    void aRevokedKeyOpensNothingAndBothAreOnRecord() {
        // Given
        AuditLines audit = AuditLines.open();
        String key = key("short-lived", "viewer:*");
        String id = key.substring("hone_".length(), key.lastIndexOf("_", key.length() - 43 - 1));
        await().untilAsserted(() -> as(key).get("/v1/models").then().statusCode(200));

        // When
        as(ROOT).delete("/v1/keys/" + id).then().statusCode(200).body("revokedBy", equalTo("root"));

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as(key).get("/v1/models").then().statusCode(401));
        assertThat(audit.all())
                .contains(
                        "audit: action='key-created' by='root' key='%s' name='short-lived' grants='[viewer:*]'"
                                .formatted(id),
                        "audit: action='key-revoked' by='root' key='%s' name='short-lived'".formatted(id));
        audit.close();
        as(ROOT).get("/v1/keys")
                .then()
                .body("find { it.id == '%s' }.name".formatted(id), equalTo("short-lived"))
                .body("find { it.id == '%s' }".formatted(id), hasKey("lastUsedAt"))
                .body("find { it.id == '%s' }".formatted(id), not(hasKey("digest")))
                .body("find { it.id == '%s' }".formatted(id), not(hasKey("key")));
    }

    @ParameterizedTest
    @CsvSource({"name, '', viewer:*", "name, Root, viewer:*", "grants, ada, admin:*", "grants, ada, viewer:Plants"})
    void aKeyThatCannotBeIsRefused(String field, String name, String grant) {
        create(ROOT, name, grant)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    private static void register(String model) {
        Base.named(model).withKey(ROOT).post().then().statusCode(oneOf(201, 200, 409));
    }
}
