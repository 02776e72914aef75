package io.hone.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.Labelling;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.store.ObjectStore;
import io.hone.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Filled in by {@link StackResource}. */
    LocalStack stack;

    private final TestModels models;
    private final Inbox inbox;
    private final InboxMetrics metrics;
    private final Intake intake;
    private final Buckets buckets;
    private ObjectStore bucket;
    private TestModel model;

    InboxTest(TestModels models, Inbox inbox, InboxMetrics metrics, Intake intake, Buckets buckets) {
        this.models = models;
        this.inbox = inbox;
        this.metrics = metrics;
        this.intake = intake;
        this.buckets = buckets;
    }

    @BeforeEach
    void register() {
        bucket = buckets.images();
        model = models.register();
    }

    @AfterEach
    void everythingIsBackAndEmpty() {
        if (!stack.broker().isRunning()) {
            stack.broker().restart();
        }
        for (String folder : List.of("inbox/", "done/", "failed/")) {
            bucket.keys(folder).forEach(bucket::delete);
        }
    }

    @Test
    void whatIsPutThereIsTakenInAndMoved() {
        // Given
        put("cat/1.png", TestImages.png(1));
        put("oxeye daisy/deeper/ä+2.jpg", TestImages.jpeg(2));
        bucket.write("inbox/%s/cat/".formatted(model.name()), new byte[0], "application/x-directory");

        // When
        inbox.sweep();

        // Then
        assertThat(labels()).containsExactlyInAnyOrder("cat", "oxeye daisy");
        assertThat(bucket.keys("done/"))
                .containsExactlyInAnyOrder(
                        "done/%s/cat/1.png".formatted(model.name()),
                        "done/%s/oxeye daisy/deeper/ä+2.jpg".formatted(model.name()));
        assertThat(bucket.read("done/%s/cat/1.png".formatted(model.name())))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(TestImages.png(1)));
        assertThat(bucket.keys("inbox/").stream().filter(key -> !key.endsWith("/")))
                .isEmpty();
        assertThat(bucket.keys("failed/")).isEmpty();
    }

    @Test
    void whatCannotBeTakenInStopsNothingAndLiesBesideItsReason() {
        // Given
        put("cat/1.png", "no image".getBytes(StandardCharsets.UTF_8));
        put("cat/2.png", TestImages.png(2));
        put(" cat/3.png", TestImages.png(3));
        bucket.write("inbox/nobody/cat/4.png", TestImages.png(4), "image/png");
        bucket.write("inbox/lost.png", TestImages.png(5), "image/png");
        bucket.write("inbox/NO MODEL/cat/6.png", TestImages.png(6), "image/png");

        // When
        inbox.sweep();

        // Then
        assertThat(labels()).containsExactly("cat");
        assertThat(bucket.keys("inbox/")).isEmpty();
        assertThat(reason("failed/%s/cat/1.png".formatted(model.name()))).contains("\"unknown-type\"");
        assertThat(reason("failed/%s/ cat/3.png".formatted(model.name())))
                .contains("label begins or ends with white space");
        assertThat(reason("failed/nobody/cat/4.png")).contains("unknown-model").contains("nobody");
        assertThat(reason("failed/lost.png")).contains("must lie at inbox/<model>/<class>/<name>");
        assertThat(reason("failed/NO MODEL/cat/6.png")).contains("must match");
        assertThat(bucket.exists("failed/lost.png")).isTrue();
    }

    @Test
    void largeImagesOfAModelThatIsCalledInboxStayWhereTheyAre() {
        // Given
        String claimCheck = "inbox/" + ImageId.of(TestImages.png(1));
        bucket.write(claimCheck, TestImages.png(1), "image/png");

        // When
        inbox.sweep();

        // Then
        assertThat(bucket.exists(claimCheck)).isTrue();
    }

    @Test
    void whileTheBrokerIsAwayObjectsStay() {
        // Given
        put("cat/1.png", TestImages.png(1));
        inbox.sweep();
        put("cat/2.png", TestImages.png(2));
        put("cat/3.png", "no image".getBytes(StandardCharsets.UTF_8));
        stack.broker().kill();

        // When
        assertThatThrownBy(inbox::sweep).isInstanceOf(BrokerAwayException.class);

        // Then
        assertThat(bucket.exists("inbox/%s/cat/2.png".formatted(model.name()))).isTrue();
        assertThat(bucket.keys("failed/")).isEmpty();

        // When it is back
        stack.broker().restart();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            inbox.sweep();
            assertThat(bucket.keys("inbox/")).isEmpty();
        });

        // Then
        assertThat(bucket.keys("done/")).hasSize(2);
        assertThat(bucket.keys("failed/")).hasSize(2);
    }

    @Test
    void whoDiedBetweenSendingAndMovingHasDoneNoHarm() throws Exception {
        // Given an image that was sent by a process that did not live to move it
        put("cat/1.png", TestImages.png(1));
        intake.send(intake.require(model.name()), Labelling.of("cat", null, null, null, null), TestImages.png(1))
                .await();

        // When
        inbox.sweep();

        // Then it is one image all the same
        assertThat(ids()).containsExactly(ImageId.of(TestImages.png(1)));
        assertThat(bucket.keys("done/")).hasSize(1);
    }

    @Test
    void severalProcessesDoEachOtherNoHarm() {
        // Given
        int images = 30;
        IntStream.range(0, images).forEach(i -> put("cat/%d.png".formatted(i), TestImages.png(i)));

        // When
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(inbox::sweep),
                        CompletableFuture.runAsync(inbox::sweep),
                        CompletableFuture.runAsync(inbox::sweep))
                .join();

        // Then
        assertThat(ids()).hasSize(images);
        assertThat(bucket.keys("done/")).hasSize(images);
        assertThat(bucket.keys("inbox/")).isEmpty();
        assertThat(bucket.keys("failed/")).isEmpty();
    }

    @Test
    void itIsLookedAtAgainAndAgain() {
        // Given
        try (InboxWatch watch = new InboxWatch(inbox, metrics, Executors.newSingleThreadScheduledExecutor())) {
            watch.start(Duration.ofMillis(100));

            // When
            put("cat/1.png", TestImages.png(1));

            // Then
            await().atMost(PATIENCE).until(() -> bucket.exists("done/%s/cat/1.png".formatted(model.name())));
        }
        assertThat(labels()).containsExactly("cat");
    }

    private void put(String name, byte[] content) {
        bucket.write("inbox/%s/%s".formatted(model.name(), name), content, "application/octet-stream");
    }

    private String reason(String failed) {
        return new String(bucket.read(failed + ".reason.json").orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<String> labels() {
        return model.entries().stream()
                .map(entry -> ((ImageEntry.Labelled) entry).image().label())
                .toList();
    }

    private Set<ImageId> ids() {
        return model.entries().stream().map(ImageEntry::id).collect(Collectors.toSet());
    }
}
