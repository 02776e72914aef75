package io.hone.evaluator.evaluation;

import static org.awaitility.Awaitility.await;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Candidate;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.registration.KafkaModelTopics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CandidateNudgesTest {

    private static final ModelName MODEL = new ModelName("nudged");

    @Test
    void aPublishedCandidateNudges() {
        // Given: listening began before the topic was there
        AtomicInteger nudges = new AtomicInteger();
        try (CandidateNudges listening = new CandidateNudges(TestKafka.clients(), nudges::incrementAndGet)) {
            listening.start();
            new KafkaModelTopics(TestKafka.clients(), 1 << 20).create(MODEL);

            // When, then: told again until heard, for nobody knows when listening has begun
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        TestKafka.send(new Candidate(MODEL, 2, Manifests.NOW, 1, "run-2", Sha256.of("model")), "run-2");
                        return nudges.get() > 0;
                    });
        }
    }
}
