package io.hone.bench.drift;

import io.hone.evaluator.drift.DriftConfig;
import io.hone.evaluator.drift.DriftSettings;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What the evaluator does unless told otherwise: read from where it reads it. */
final class Product {

    static final DriftSettings SETTINGS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DriftConfig.class)
            .build()
            .getConfigMapping(DriftConfig.class)
            .settings();

    private Product() {}
}
