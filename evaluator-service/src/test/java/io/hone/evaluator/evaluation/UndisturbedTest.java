package io.hone.evaluator.evaluation;

import static io.hone.evaluator.evaluation.ColourEvaluator.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.ForwardingStore;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong beside a verdict, or with another candidate, disturbs none. */
class UndisturbedTest {

    private ColourEvaluator evaluator;

    @BeforeEach
    void register(@TempDir Path folder) {
        evaluator = new ColourEvaluator(folder);
        evaluator.publish(1, List.of(0));
        evaluator.champion(1);
        Colours.fill(evaluator.store, 0, 60);
        evaluator.publish(2, List.of(0, 1));
    }

    @AfterEach
    void close() {
        evaluator.close();
    }

    @Test
    void picturesThatCannotBeDrawnHoldUpNoVerdict() {
        // Given: a bucket that takes no pictures
        evaluator.registry = new ModelRegistry(new NoPictures(evaluator.bucket));

        // When
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.PROMOTED);
        assertThat(evaluator.registry.evaluations().settled(MODEL, 2)).isPresent();
        assertThat(evaluator.meters.find("hone.evaluator.failures").counter()).isNull();
    }

    @Test
    void anErrorInOneCandidateKeepsNobodyWaiting() {
        // Given: what version 2 does to the engine is no exception
        evaluator.publish(3, List.of(0, 1, 2));
        evaluator.versions.whileLoading.put(2, () -> {
            throw new LinkageError("no such operator");
        });

        // When
        evaluator.sweep();

        // Then
        assertThat(evaluator.registry.champion(MODEL).version()).isEqualTo(3);
        assertThat(evaluator.counted("hone.evaluator.failures")).isEqualTo(1);
    }

    private static final class NoPictures extends ForwardingStore {

        NoPictures(ObjectStore store) {
            super(store);
        }

        @Override
        public void write(String key, byte[] content, String contentType) {
            if (key.endsWith(".svg")) {
                throw new ObjectStoreException("cannot write '%s'".formatted(key), null);
            }
            super.write(key, content, contentType);
        }
    }
}
