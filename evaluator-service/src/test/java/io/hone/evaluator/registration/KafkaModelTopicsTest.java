package io.hone.evaluator.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.TestKafka;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class KafkaModelTopicsTest {

    private static final ModelName MODEL = new ModelName("with-topics");

    private final KafkaModelTopics topics = new KafkaModelTopics(TestKafka.clients(), 3 << 20);

    @Test
    void theDatasetIsKeptForEverInOnePartition() throws Exception {
        // When: a second time too, as when a registration is repeated
        topics.create(MODEL);
        topics.create(MODEL);

        // Then
        try (Admin admin = TestKafka.clients().admin(Map.of())) {
            assertThat(admin.listTopics().names().get())
                    .contains(
                            "labelled-images.with-topics",
                            "labelled-images.with-topics.dead-letters",
                            "training-runs",
                            "candidates",
                            "verdicts",
                            "champions",
                            "drift");
            assertThat(admin.describeTopics(List.of("labelled-images.with-topics"))
                            .allTopicNames()
                            .get()
                            .get("labelled-images.with-topics")
                            .partitions())
                    .hasSize(1);
            Config config = config(admin, "labelled-images.with-topics");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("max.message.bytes").value()).isEqualTo("3145728");
            assertThat(config(admin, "labelled-images.with-topics.dead-letters")
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("delete");
        }
    }

    private static Config config(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
}
