package io.hone.registry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.registry.TestBucket;
import io.hone.registry.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On the real S3 endpoint: the chain is only as good as the store's conditional write. */
class SettingsChainTest {

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final ObjectStore store = TestBucket.models();
    private final SettingsChain chain = SettingsChain.recipes(store);

    private SettingsEntry entry(long sequence, int epochs, String writer) {
        return new SettingsEntry(
                model,
                sequence,
                Instant.parse("2026-11-22T10:15:30Z"),
                RecipeKeys.settings(Map.of("epochs", epochs)),
                "ada",
                "a try",
                writer);
    }

    @Test
    void withoutEntriesNothingIsSet() {
        assertThat(chain.head(model)).isEmpty();
        assertThat(chain.history(model)).isEmpty();
        assertThat(chain.settings(model)).isEqualTo(RecipeKeys.NONE);
    }

    @Test
    void theHighestNumberIsInForce() {
        // Given: past nine, where the order of text and of numbers part
        LongStream.rangeClosed(1, 11).forEach(sequence -> chain.append(entry(sequence, (int) sequence, "w")));

        // When
        Settings settings = chain.settings(model);

        // Then
        assertThat(settings).isEqualTo(RecipeKeys.settings(Map.of("epochs", 11)));
        assertThat(chain.history(model))
                .extracting(SettingsEntry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void ofTwoWhoChangeItAtOnceExactlyOneGetsTheNumber() throws Exception {
        // Given
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (long sequence = 1; sequence <= 10; sequence++) {
                CyclicBarrier start = new CyclicBarrier(2);
                long next = sequence;
                List<Callable<Boolean>> changes = IntStream.of(1, 2)
                        .<Callable<Boolean>>mapToObj(writer -> () -> {
                            start.await();
                            return chain.append(entry(next, writer, "writer-" + writer));
                        })
                        .toList();

                // When
                List<Future<Boolean>> outcomes = writers.invokeAll(changes);

                // Then
                assertThat(outcomes.get(0).get()).isNotEqualTo(outcomes.get(1).get());
                String winner = outcomes.get(0).get() ? "writer-1" : "writer-2";
                assertThat(chain.head(model).orElseThrow().writer()).isEqualTo(winner);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(chain.history(model)).hasSize(10);
    }

    @Test
    void keysOfANewerWriterAreReadOver() {
        // Given
        String json = """
                {"model": "%s", "sequence": 1, "at": "2026-11-22T10:15:30Z",
                 "settings": {"epochs": 3, "unheard.of": "x"}, "actor": "ada", "reason": "a try", "writer": "w"}
                """.formatted(model);
        store.write(ObjectKeys.recipe(model, 1), json.getBytes(StandardCharsets.UTF_8), "application/json");

        // When
        Settings settings = chain.settings(model);

        // Then
        assertThat(settings).isEqualTo(RecipeKeys.settings(Map.of("epochs", 3)));
    }
}
