package io.hone.evaluator.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.access.AuditLines;
import io.hone.registry.ModelRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator asks for, with nothing made up: broker, bucket and networks are real. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperatorHttpTest {

    /** Candidates that wait for it are never judged. */
    private static final long NEVER_READ = 1_000_000;

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());

    @Test
    void aForcedPromotionIsUndoneByOneCall() throws Exception {
        // Given
        AuditLines audit = AuditLines.open();
        ModelName model = registered("undone", "better");

        // When
        post(model, "promote", "{\"version\": 2, \"reason\": \"the fair is tomorrow\", \"by\": \"ada\"}")
                .statusCode(200)
                .body("sequence", equalTo(2))
                .body("version", equalTo(2))
                .body("previousVersion", equalTo(1))
                .body("move", equalTo("forced"))
                .body("actor", equalTo("ada"))
                .body("reason", equalTo("the fair is tomorrow"));
        post(model, "rollback", "{\"reason\": \"it blurs\"}").statusCode(200).body("version", equalTo(1));

        // Then
        given().get("/v1/models/undone/champions")
                .then()
                .body("move", contains("registered", "forced", "rolled-back"))
                .body("actor", contains("registration", "ada", "a person"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(told(model))
                .extracting(ChampionMoved::move)
                .containsExactly(Move.REGISTERED, Move.FORCED, Move.ROLLED_BACK));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(audit.all())
                .contains(
                        "audit: action='champion-moved' by='ada' model='undone' version='2' before='1' move='forced'"
                                + " entry='2' reason='the fair is tomorrow'",
                        "audit: action='champion-moved' by='a person' model='undone' version='1' before='2'"
                                + " move='rolled-back' entry='3' reason='it blurs'"));
        audit.close();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> registry.evaluations().settled(model, 2).isPresent());
        given().get("/v1/models/undone/verdicts/2")
                .then()
                .body("verdict.outcome", equalTo("promoted"))
                .body("verdict.findings[0].explanation", containsString("ada forced this promotion"));
        assertThat(given().get("/q/metrics").asString())
                .contains("hone_evaluator_champion_moves_total{model=\"undone\",move=\"forced\"} 1.0")
                .contains("hone_evaluator_champion_moves_total{model=\"undone\",move=\"rolled-back\"} 1.0")
                .contains("hone_evaluator_champion_version{model=\"undone\"} 1.0");
    }

    @Test
    void theSameRequestTwiceIsDoneOnce() {
        // Given
        ModelName model = registered("repeated", "better", "worse");
        post(model, "promote", "{\"version\": 2, \"reason\": \"first\"}");
        post(model, "promote", "{\"version\": 3, \"reason\": \"second\"}");

        // When
        int first = keyed(model, "rollback", "{\"reason\": \"back\"}").extract().path("sequence");
        int again = keyed(model, "rollback", "{\"reason\": \"back\"}").extract().path("sequence");

        // Then
        assertThat(again).isEqualTo(first);
        given().get("/v1/models/repeated/champions").then().body("version", contains(1, 2, 3, 2));
        keyed(model, "promote", "{\"version\": 1, \"reason\": \"other\"}")
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:key-reused"))
                .body("field", equalTo("Idempotency-Key"))
                .body("value", equalTo("key-1"));
    }

    @Test
    void whatCannotBeLoadedNeverBecomesChampion() {
        // Given: somebody has cut the file off
        ModelName model = registered("broken", "better");
        TestBucket.models()
                .write(
                        ObjectKeys.versionFile(model, 2, ObjectKeys.TORCH_SCRIPT),
                        "half".getBytes(StandardCharsets.UTF_8),
                        "application/zip");

        // When, then
        post(model, "promote", "{\"version\": 2, \"reason\": \"hope\"}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:unusable-version"))
                .body("field", equalTo("version"))
                .body("value", equalTo(2))
                .body("detail", containsString("SHA-256"));
        given().get("/v1/models/broken/champion").then().body("entry.version", equalTo(1));
    }

    @Test
    void aRejectedCandidateIsSettled() {
        // Given
        AuditLines audit = AuditLines.open();
        ModelName model = registered("turned-down", "better");

        // When
        post(model, "reject", "{\"version\": 2, \"reason\": \"trained on the wrong folder\", \"by\": \"ada\"}")
                .statusCode(200)
                .body("outcome", equalTo("rejected"))
                .body("findings[0].explanation", equalTo("ada rejected it: trained on the wrong folder"));
        assertThat(audit.all())
                .contains(
                        "audit: action='candidate-rejected' by='ada' model='turned-down' version='2' reason='trained on"
                                + " the wrong folder'");
        audit.close();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> registry.evaluations().settled(model, 2).isPresent());
        post(model, "approve", "{\"version\": 2}")
                .statusCode(409)
                .body("type", equalTo("urn:hone:problem:not-awaiting-approval"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rollback | {}                                      | 400 | reason  | reason is missing
                    rollback | {"reason": " "}                         | 400 | reason  | reason is blank
                    rollback | {"reason": "x", "versoin": 2}           | 400 | versoin | versoin is unknown, fields are version, reason and by
                    rollback | {"reason": "x", "version": "2"}         | 400 | version | version is "2", must be a whole number from 1 on
                    rollback | {"reason": "x", "version": 0}           | 400 | version | version is 0, must be a whole number from 1 on
                    rollback | {"reason": "x", "by": 7}                | 400 | by      | by is 7, must be a text
                    rollback | [1]                                     | 400 | body    | body must be a JSON object
                    rollback | {                                       | 400 | body    | body is no JSON
                    rollback | {"reason": "x"}                         | 422 | version | no champion came before version 1
                    rollback | {"reason": "x", "version": 2}           | 422 | version | version 2 was never champion
                    promote  | {"reason": "x"}                         | 400 | version | version is missing
                    promote  | {"reason": "x", "version": 9}           | 404 | version | there is no version 9
                    approve  | {"version": 2}                          | 409 | version | does not wait for approval
                    reject   | {"reason": "x", "version": 1}           | 409 | version | version 1 is champion
                    """)
    void whatCannotBeDoneIsRefusedWithItsField(String what, String body, int status, String field, String detail) {
        // Given
        ModelName model = new ModelName("refused");
        if (registry.champions().head(model).isEmpty()) {
            registered("refused", "better");
        }

        // When, then
        post(model, what, body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("detail", containsString(detail));
    }

    @Test
    void aBodyOfMoreThanAnyReasonNeedsIsRefused() {
        // Given
        String reason = "x".repeat(64 << 10);

        // When, then
        post(new ModelName("nobody"), "rollback", "{\"reason\": \"%s\"}".formatted(reason))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:too-large"))
                .body("field", equalTo("body"))
                .body("limit", equalTo(65536));
    }

    @Test
    void anUnknownModelIsNotFound() {
        post(new ModelName("nobody"), "rollback", "{\"reason\": \"x\"}")
                .statusCode(404)
                .body("type", equalTo("urn:hone:problem:unknown-model"));
    }

    /** With a candidate of each network. */
    private ModelName registered(String name, String... networks) {
        ModelName model = new ModelName(name);
        Base.named(name).post().then().statusCode(201);
        for (String network : networks) {
            registry.versions()
                    .publish(Manifests.draft(
                            model,
                            "run-" + network,
                            Base.network(network),
                            Optional.of(Manifests.training(model, "run-" + network, NEVER_READ))));
        }
        return model;
    }

    private static ValidatableResponse post(ModelName model, String what, String body) {
        return post(given(), model, what, body);
    }

    private static ValidatableResponse keyed(ModelName model, String what, String body) {
        return post(given().header("Idempotency-Key", "key-1"), model, what, body);
    }

    private static ValidatableResponse post(RequestSpecification request, ModelName model, String what, String body) {
        return request.contentType("application/json")
                .body(body)
                .post("/v1/models/%s/%s".formatted(model, what))
                .then();
    }

    private static List<ChampionMoved> told(ModelName model) throws Exception {
        TopicPartition partition = new TopicPartition(Topics.CHAMPIONS, 0);
        List<ChampionMoved> told = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = TestKafka.clients().consumer(Map.of())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    if (EventRecords.read(each) instanceof ChampionMoved moved
                            && moved.model().equals(model)) {
                        told.add(moved);
                    }
                }
            }
        }
        return told;
    }
}
