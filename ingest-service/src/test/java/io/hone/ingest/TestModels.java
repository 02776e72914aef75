package io.hone.ingest;

import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import jakarta.inject.Singleton;

/** Registers a model of its own for each test. */
@Singleton
public class TestModels {

    private final ModelRegistry registry;
    private final KafkaClients kafka;

    TestModels(ModelRegistry registry, KafkaClients kafka) {
        this.registry = registry;
        this.kafka = kafka;
    }

    public TestModel register() {
        return TestModel.registered(registry, kafka);
    }
}
