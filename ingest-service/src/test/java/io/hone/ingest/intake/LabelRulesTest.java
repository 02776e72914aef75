package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.intake.LabelRule;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LabelRulesTest {

    private static final ModelName PLANTS = new ModelName("plants");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String inForce = "last";
    private final LabelRules rules = new LabelRules(this::ask, nanos::get);

    private IntakeRules ask(ModelName model) {
        asked.incrementAndGet();
        if (inForce.isEmpty()) {
            throw new ObjectStoreException("the bucket is away", null);
        }
        return IntakeRules.of(Map.of("labels.rule", inForce));
    }

    @Test
    void theBucketIsNotAskedForEachImage() {
        // When
        for (int i = 0; i < 100; i++) {
            rules.of(PLANTS);
        }

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void aChangeHoldsAtOnceWhereItWasTold() {
        // Given
        assertThat(rules.of(PLANTS).rule()).isEqualTo(LabelRule.LAST);
        inForce = "majority";

        // When
        rules.forget(PLANTS);

        // Then
        assertThat(rules.of(PLANTS).rule()).isEqualTo(LabelRule.MAJORITY);
    }

    @Test
    void aChangeIsNoticedElsewhere() {
        // Given
        rules.of(PLANTS);
        inForce = "majority";

        // When
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rules.of(PLANTS).rule()).isEqualTo(LabelRule.MAJORITY));
    }

    @Test
    void whatWasKnownGoesOnWhileTheBucketIsAway() {
        // Given
        inForce = "majority";
        rules.of(PLANTS);
        inForce = "";

        // When it is asked for again, in vain
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        rules.of(PLANTS);
        await().atMost(Duration.ofSeconds(30)).until(() -> asked.get() > 1);

        // Then
        assertThat(rules.of(PLANTS).rule()).isEqualTo(LabelRule.MAJORITY);
        assertThatThrownBy(() -> rules.of(new ModelName("another"))).isInstanceOf(ObjectStoreException.class);
    }
}
