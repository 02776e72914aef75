package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.TestKafka;
import io.hone.evaluator.registration.KafkaModelTopics;
import io.hone.registry.version.Dataset;
import org.junit.jupiter.api.Test;

class TopicNewestLabelTest {

    private static final ModelName MODEL = new ModelName("newest-label");

    private final NewestLabel newestLabel = new TopicNewestLabel(TestKafka.clients());

    @Test
    void itIsThatOfTheLastRecordTheTrainerHadRead() {
        // Given
        new KafkaModelTopics(TestKafka.clients(), 1 << 20).create(MODEL);
        for (int i = 0; i < 3; i++) {
            TestKafka.send(MODEL, new byte[] {(byte) i}, "red", Split.TRAINING, Manifests.NOW.plusSeconds(i));
        }

        // When, then
        assertThat(newestLabel.before(dataset(2))).contains(Manifests.NOW.plusSeconds(1));
        assertThat(newestLabel.before(dataset(3))).contains(Manifests.NOW.plusSeconds(2));
        assertThat(newestLabel.before(dataset(0))).isEmpty();
    }

    private static Dataset dataset(long toOffset) {
        return Manifests.training(MODEL, "run", toOffset).dataset();
    }
}
