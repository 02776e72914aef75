package io.hone.evaluator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.evaluator.access.AccessHttpTest;
import io.hone.evaluator.evaluation.WholeEvaluationTest;
import io.hone.evaluator.policy.PastEvaluations;
import io.hone.evaluator.webhook.WebhookHttpTest;
import io.hone.openapi.CommonRequests;
import io.hone.openapi.Coverage;
import io.hone.openapi.Watch;
import io.hone.registry.ModelRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document is complete, and the service does what it says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContractTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MODEL = "/v1/models/contract";
    private static final String ABANDONED = """
            {"id": "abandoned", "endpoint": "gone", "webhookId": "champions_contract-champion-1",
             "type": "io.hone.champion.moved.v1", "model": "contract", "told": "2026-11-22T10:15:30Z",
             "gaveUpAt": "2026-11-22T11:15:30Z", "attempts": 5, "reason": "status 500", "body": "{}"}""";

    /** Candidates that wait for it are never judged. */
    private static final long NEVER_READ = 1_000_000;

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());
    private final ModelName model = new ModelName("contract");

    @Test
    void everythingIsDescribedWithAnExampleThatFitsItsSchema() {
        assertThat(Watch.contract().gaps()).isEmpty();
    }

    @Test
    void everyOperationGivesEveryAnswerThatIsDocumented(@TempDir Path folder) throws IOException {
        Coverage coverage = new Coverage(Watch.contract().document());
        registration(coverage);
        CommonRequests.cover(coverage, Watch.contract().document());
        verdicts(coverage, folder);
        moves(coverage);
        policy(coverage);
        keys(coverage);
        webhooks(coverage);
        coverage.by(AccessHttpTest.class, WebhookHttpTest.class, WholeEvaluationTest.class)
                .inOnePlace(503, "answered by ProblemMappers for every resource: ingest's OutageTest asks them all")
                .elsewhere("rollback 409", "only if somebody moves the champion within it: OperatorMovesTest")
                .assertComplete();
    }

    private static void registration(Coverage coverage) {
        coverage.by("register 201", () -> Base.named("contract").post())
                .by("register 200", () -> Base.named("contract").post())
                .by(
                        "register 400",
                        () -> Base.named("contract").without("classes").post())
                .by("register 409", () -> Base.named("contract")
                        .with("holdOutFraction", "0.5")
                        .post())
                .by("register 422", () -> Base.named("other")
                        .torchScript(Path.of("pom.xml"))
                        .post());
    }

    private void verdicts(Coverage coverage, Path folder) throws IOException {
        PastEvaluations past = new PastEvaluations(registry, model, folder);
        past.judge(past.publish(), Policy.of(Map.of("hold-out.covered-classes", 0)), 800, 20, 80, 100);
        await().atMost(SOON).until(() -> given().get(MODEL + "/drift").statusCode() == 200);
        String tag = given().get(MODEL + "/champion").header("ETag");
        coverage.by("models 200", () -> given().get("/v1/models"))
                .by("model 200", () -> given().get(MODEL))
                .by("versions 200", () -> given().get(MODEL + "/versions"))
                .by("version 200", () -> given().get(MODEL + "/versions/2"))
                .by("version 404", () -> given().get(MODEL + "/versions/9"))
                .by("champion 200", () -> given().get(MODEL + "/champion"))
                .by("champion 304", () -> given().header("If-None-Match", tag).get(MODEL + "/champion"))
                .by("champions 200", () -> given().get(MODEL + "/champions"))
                .by("verdicts 200", () -> given().get(MODEL + "/verdicts"))
                .by("verdicts 400", () -> given().queryParam("limit", 0).get(MODEL + "/verdicts"))
                .by("verdict 200", () -> given().get(MODEL + "/verdicts/2"))
                .by("verdict 404", () -> given().get(MODEL + "/verdicts/9"))
                .by("drift 200", () -> given().get(MODEL + "/drift"));
    }

    private void moves(Coverage coverage) {
        int better = candidate("better");
        int worse = candidate("worse");
        coverage.by("approve 409", () -> order("approve", "{\"version\": %d}".formatted(better)))
                .by("promote 404", () -> order("promote", "{\"version\": 99, \"reason\": \"x\"}"))
                .by("promote 400", () -> order("promote", "{\"reason\": \"x\"}"))
                .by("promote 422", () -> order("promote", "{\"version\": 2, \"reason\": \"it cannot be loaded\"}"))
                .by("promote 200", () -> order("promote", "{\"version\": %d, \"reason\": \"x\"}".formatted(better)))
                .by("rollback 422", () -> order("rollback", "{\"version\": %d, \"reason\": \"x\"}".formatted(worse)))
                .by("rollback 200", () -> order("rollback", "{\"reason\": \"x\"}"))
                .by("reject 200", () -> order("reject", "{\"version\": %d, \"reason\": \"x\"}".formatted(worse)))
                .by("reject 409", () -> order("reject", "{\"version\": 1, \"reason\": \"x\"}"))
                .by("approve 422", () -> {
                    keyed("promote", "{\"version\": %d, \"reason\": \"x\"}".formatted(better));
                    keyed("approve", "{\"version\": 1}");
                })
                .by("approve 200", () -> order("approve", "{\"version\": %d}".formatted(better)));
    }

    private int candidate(String network) {
        return registry.versions()
                .publish(Manifests.draft(
                        model,
                        "run-" + network,
                        Base.network(network),
                        Optional.of(Manifests.training(model, "run-" + network, NEVER_READ))))
                .version();
    }

    private static void order(String what, String body) {
        json(body).post(MODEL + "/" + what);
    }

    private static void keyed(String what, String body) {
        json(body).header("Idempotency-Key", "the same").post(MODEL + "/" + what);
    }

    private static void policy(Coverage coverage) {
        String settings = "{\"minimum-gain\": 2}";
        String unknown = "{\"gain\": 2}";
        coverage.by("changePolicy 200", () -> json(settings).put(MODEL + "/policy"))
                .by("changePolicy 400", () -> json(unknown).put(MODEL + "/policy"))
                .by(
                        "changePolicy 412",
                        () -> json(settings).header("If-Match", "\"0\"").put(MODEL + "/policy"))
                .by("policy 200", () -> given().get(MODEL + "/policy"))
                .by("policyHistory 200", () -> given().get(MODEL + "/policy/history"))
                .by("backtest 200", () -> json(settings).post(MODEL + "/policy/backtest"))
                .by("backtest 400", () -> json(unknown).post(MODEL + "/policy/backtest"))
                .by("account 200", () -> given().get(MODEL + "/account"));
    }

    private static void keys(Coverage coverage) {
        coverage.by("createKey 201", () -> json("{\"name\": \"ada\", \"grants\": [\"viewer:*\"]}")
                        .post("/v1/keys"))
                .by("createKey 400", () -> json("{}").post("/v1/keys"))
                .by("keys 200", () -> given().get("/v1/keys"))
                .by("revokeKey 200", () -> given().delete("/v1/keys/" + id()))
                .by("revokeKey 404", () -> given().delete("/v1/keys/nobody"));
    }

    private static String id() {
        return given().get("/v1/keys").jsonPath().getString("find { it.name == 'ada' }.id");
    }

    private static void webhooks(Coverage coverage) {
        TestKafka.deadLetter("abandoned", ABANDONED);
        await().atMost(SOON).until(() -> given().get("/v1/webhooks/dead-letters")
                .jsonPath()
                .getList("id")
                .contains("abandoned"));
        coverage.by("webhookDeadLetters 200", () -> given().get("/v1/webhooks/dead-letters"))
                .by("redeliver 409", () -> given().post("/v1/webhooks/dead-letters/abandoned/redeliver"));
        TestKafka.deadLetter("abandoned", null);
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
