package io.hone.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.images.Fingerprint;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.Pixels;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import io.hone.vision.store.Trace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestModel model = new TestModel();

    @AfterEach
    void closeModel() {
        model.close();
    }

    private ImageFeed<ImageStore> start(Split split) {
        ImageFeed<ImageStore> feed = new ImageFeed<>(
                new FeedSettings(
                        split.wireName() + "-" + model.name,
                        Set.of(split),
                        split == Split.TRAINING,
                        folder.resolve(split.wireName()),
                        split == Split.TRAINING,
                        true,
                        Duration.ofMillis(200),
                        Duration.ofMillis(500)),
                SinkOpener.IMAGE_STORES,
                model.kafka,
                model.registry,
                model.images,
                new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)),
                new Unheard(),
                Clock.systemUTC());
        feed.start();
        return feed;
    }

    private static final class Unheard implements FeedListener<ImageStore> {
        @Override
        public void assigned(ModelName model, ImageStore store) {}

        @Override
        public void applied(ModelName model, ImageStore store) {}

        @Override
        public void revoked(ModelName model) {}
    }

    private ImageStore storeAt(ImageFeed<ImageStore> feed, long nextOffset) {
        await().atMost(PATIENCE).until(() -> feed.store(model.name)
                .filter(store -> store.nextOffset() >= nextOffset)
                .isPresent());
        return feed.store(model.name).orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int count) {
        TopicPartition partition = new TopicPartition(Topics.deadLetters(model.name), 0);
        try (var consumer = new KafkaConsumer<>(model.kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
                records.forEach(letters::add);
                return letters.size() >= count;
            });
            return letters;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void eachSplitGoesToItsOwnStore() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId training = model.send(10, "dark", Split.TRAINING);
        ImageId holdOut = model.send(200, "light", Split.HOLD_OUT);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING);
                ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT)) {
            ImageStore trainings = storeAt(trainer, 2);
            ImageStore holdOuts = storeAt(evaluator, 2);

            // Then
            assertThat(trainings.find(training)).contains(TestModel.stored(training, "dark", 0));
            assertThat(trainings.find(holdOut)).isEmpty();
            assertThat(trainings.pixels(training).orElseThrow().rgb()).containsOnly(10);
            assertThat(holdOuts.find(holdOut)).contains(TestModel.stored(holdOut, "light", 1));
            assertThat(holdOuts.count()).isEqualTo(1);
        }
    }

    @Test
    void whereALabelCameFromIsKept() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId golden = model.sendGolden(200, "light", "meadow 3", "ada");

        // When
        try (ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT)) {
            ImageStore store = storeAt(evaluator, 1);

            // Then
            assertThat(store.find(golden).map(StoredImage::origin))
                    .contains(new LabelOrigin(
                            Optional.of("meadow 3"),
                            Optional.of("ada"),
                            TestModel.SOURCE.toString(),
                            TestModel.NOW,
                            true));
        }
    }

    @Test
    void theLastEntryOfAnImageHolds() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId relabelled = model.send(10, "light", Split.TRAINING);
        ImageId removed = model.send(20, "dark", Split.TRAINING);
        ImageId moved = model.send(30, "dark", Split.TRAINING);
        model.send(10, "dark", Split.TRAINING);
        model.remove(removed);
        model.send(30, "dark", Split.HOLD_OUT);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            ImageStore store = storeAt(trainer, 6);

            // Then
            assertThat(store.find(relabelled)).contains(TestModel.stored(relabelled, "dark", 3));
            assertThat(store.find(removed)).isEmpty();
            assertThat(store.find(moved)).isEmpty();
            assertThat(store.countByLabel()).isEqualTo(Map.of("dark", 1));
        }
    }

    @Test
    void aGoldenImageWhoseLabelIsCorrectedIsNeverTrainedOn() throws Exception {
        // Given: who corrects it does not know that it is golden
        model.createTopics().register(folder);
        ImageId golden = model.sendGolden(200, "light", "meadow 3", "ada");
        model.send(200, "dark", Split.TRAINING);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING);
                ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT)) {
            ImageStore trainings = storeAt(trainer, 2);
            ImageStore holdOuts = storeAt(evaluator, 2);

            // Then
            assertThat(trainings.find(golden)).isEmpty();
            assertThat(holdOuts.find(golden)).hasValueSatisfying(image -> {
                assertThat(image.label()).isEqualTo("dark");
                assertThat(image.origin().golden()).isTrue();
            });
        }
    }

    @Test
    void ofTheOtherSplitEachKeepsWhatItMustStayApartFrom() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId training = model.sendStriped(1, "dark", "meadow 3", Split.TRAINING);
        ImageId holdOut = model.sendStriped(2, "light", "meadow 4", Split.HOLD_OUT);
        Pixels seen = new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)).decode(TestModel.striped(2));

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING);
                ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT);
                Snapshot trainings = storeAt(trainer, 2).snapshot();
                Snapshot holdOuts = storeAt(evaluator, 2).snapshot()) {

            // Then: the trainer looks at hold-out images, the evaluator does not look at training images
            assertThat(trainings.traces())
                    .containsExactly(
                            new Trace(holdOut, 1, "light", Optional.of("meadow 4"), false, Fingerprint.of(seen)));
            assertThat(Fingerprint.of(seen)).isPresent();
            assertThat(holdOuts.traces())
                    .containsExactly(new Trace(training, 0, "dark", Optional.of("meadow 3"), false, Optional.empty()));
        }
    }

    @Test
    void whatMovesOrIsTakenOutStaysApartFromNothing() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId moved = model.sendStriped(1, "dark", "meadow 3", Split.TRAINING);
        ImageId removed = model.sendStriped(2, "dark", "meadow 4", Split.TRAINING);

        // When
        model.sendStriped(1, "dark", "meadow 3", Split.HOLD_OUT);
        model.remove(removed);
        try (ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT);
                Snapshot holdOuts = storeAt(evaluator, 4).snapshot()) {

            // Then
            assertThat(holdOuts.traces()).isEmpty();
            assertThat(holdOuts.find(moved)).isPresent();
            assertThat(holdOuts.lastElsewhere(moved)).hasValue(0);
            assertThat(holdOuts.lastElsewhere(removed)).isEmpty();
        }
    }

    @Test
    void aHoldOutImageThatTheTrainerCannotReadIsReportedByTheEvaluatorAlone() throws Exception {
        // Given
        model.createTopics().register(folder);
        model.sendUnreadable("meadow 3", Split.HOLD_OUT);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING);
                ImageFeed<ImageStore> evaluator = start(Split.HOLD_OUT);
                Snapshot trainings = storeAt(trainer, 1).snapshot()) {
            storeAt(evaluator, 1);

            // Then: its group is known all the same
            assertThat(trainings.traces()).extracting(Trace::group).containsExactly(Optional.of("meadow 3"));
            assertThat(deadLetters(1)).hasSize(1);
        }
    }

    @Test
    void whatCannotBeUsedGoesToTheDeadLettersAndStopsNothing() throws Exception {
        // Given
        model.createTopics().register(folder);
        byte[] noImage = "no image".getBytes(StandardCharsets.UTF_8);
        model.send(new ProducerRecord<>(Topics.labelledImages(model.name), "no id", noImage));
        model.sendReference(40, "dark", false);
        ImageId good = model.send(10, "dark", Split.TRAINING);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            ImageStore store = storeAt(trainer, 3);

            // Then
            assertThat(store.find(good)).isPresent();
            assertThat(store.count()).isEqualTo(1);
            List<ConsumerRecord<String, byte[]>> letters = deadLetters(2);
            assertThat(letters.get(0).value()).isEqualTo(noImage);
            assertThat(header(letters.get(0), "__connect.errors.offset")).isEqualTo("0");
            assertThat(header(letters.get(0), "__connect.errors.stage")).isEqualTo("contract");
            assertThat(header(letters.get(0), "__connect.errors.exception.message"))
                    .contains("image id is 'no id'");
            assertThat(header(letters.get(1), "__connect.errors.stage")).isEqualTo("content");
            assertThat(header(letters.get(1), "__connect.errors.exception.message"))
                    .contains("which is not there");
            assertThat(header(letters.get(1), "ce_label")).isEqualTo("dark");
        }
    }

    @Test
    void aLargeImageIsFetchedFromTheBucket() throws Exception {
        // Given
        model.createTopics().register(folder);
        ImageId id = model.sendReference(50, "dark", true);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            ImageStore store = storeAt(trainer, 1);

            // Then
            assertThat(store.pixels(id).orElseThrow().rgb()).containsOnly(50);
        }
    }

    @Test
    void anAddressThatMustNotBeFollowedIsNot() throws Exception {
        // Given: one in another bucket, one of more bytes than any image may have
        model.createTopics().register(folder);
        model.sendReference(TestModel.png(60), "models");
        model.sendReference(new byte[(1 << 20) + 1], "images");

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            storeAt(trainer, 2);

            // Then
            assertThat(deadLetters(2))
                    .extracting(letter -> header(letter, "__connect.errors.exception.message"))
                    .satisfiesExactly(
                            reason ->
                                    assertThat(reason).isEqualTo("dataref names the bucket 'models', must be 'images'"),
                            reason -> assertThat(reason).contains("which has more than the 1048576 bytes"));
        }
    }

    @Test
    void afterARestartItGoesOnWhereTheStoreStands() throws Exception {
        // Given
        model.createTopics().register(folder);
        model.send(1, "dark", Split.TRAINING);
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            storeAt(trainer, 1);
        }
        model.send(2, "dark", Split.TRAINING);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            ImageStore store = storeAt(trainer, 2);

            // Then
            assertThat(store.count()).isEqualTo(2);
            assertThat(store.nextOffset()).isEqualTo(2);
        }
    }

    @Test
    void aModelRegisteredAfterItsTopicIsFedToo() throws Exception {
        // Given
        model.createTopics();
        model.send(1, "dark", Split.TRAINING);
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            assertThat(trainer.models()).isEmpty();

            // When
            model.register(folder);

            // Then
            assertThat(storeAt(trainer, 1).count()).isEqualTo(1);
        }
    }

    @Test
    void aStoreAheadOfItsTopicIsFilledAnew() throws Exception {
        // Given: a store of a topic that has been deleted since
        model.createTopics().register(folder);
        model.send(1, "dark", Split.TRAINING);
        model.send(2, "dark", Split.TRAINING);
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            storeAt(trainer, 2);
        }
        model.deleteTopic();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> model.createTopics() != null);
        ImageId only = model.send(3, "light", Split.TRAINING);

        // When
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING)) {
            await().atMost(PATIENCE).until(() -> trainer.store(model.name)
                    .filter(store -> store.nextOffset() == 1)
                    .isPresent());

            // Then
            ImageStore store = trainer.store(model.name).orElseThrow();
            assertThat(store.find(only)).isPresent();
            assertThat(store.count()).isEqualTo(1);
        }
    }

    @Test
    void aModelThatIsNewTakesNoOtherAway() throws Exception {
        // Given
        model.createTopics().register(folder);
        model.send(1, "dark", Split.TRAINING);
        try (ImageFeed<ImageStore> trainer = start(Split.TRAINING);
                TestModel other = new TestModel(model.registry)) {
            ImageStore store = storeAt(trainer, 1);

            // When
            other.createTopics().register(folder);

            // Then: the same store, never closed in between
            await().atMost(PATIENCE).until(() -> trainer.models().contains(other.name));
            assertThat(trainer.store(model.name)).containsSame(store);
            assertThat(store.count()).isEqualTo(1);
        }
    }
}
