package io.hone.feed;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.images.ImageDecoder;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.ObjectStore;
import io.hone.vision.store.ImageSink;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the labelled-image streams of the models that Kafka assigns to this process, each into an image store or
 * another sink, on a thread of its own.
 *
 * <p>Where to go on reading is kept in the store, in the same atomic write as the image, and nowhere else: a process that
 * was killed goes on with the very record after the last one it applied.
 *
 * @param <S> what the models are read into
 */
public final class ImageFeed<S extends ImageSink> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImageFeed.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final FeedLoop<S> loop;
    private final Duration retryAfter;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param opener opens what a model is read into
     * @param kafka client settings: addresses, security
     * @param images the bucket that large images lie in
     */
    public ImageFeed(
            FeedSettings settings,
            SinkOpener<S> opener,
            Map<String, Object> kafka,
            ModelRegistry registry,
            ObjectStore images,
            ImageDecoder decoder,
            FeedListener<S> listener,
            Clock clock) {
        this.consumer = new KafkaConsumer<>(
                consumerSettings(settings, kafka), new StringDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(producerSettings(kafka), new StringSerializer(), new ByteArraySerializer());
        this.retryAfter = settings.retryAfter();
        var feeds = new ModelFeeds<>(opener, settings, registry, images, decoder, new DeadLetters(producer));
        this.loop = new FeedLoop<>(consumer, feeds, listener, retryAfter, clock);
        this.thread = new Thread(this::run, "image-feed-" + settings.group());
    }

    private static Map<String, Object> consumerSettings(FeedSettings settings, Map<String, Object> kafka) {
        Map<String, Object> merged = new HashMap<>();
        // A killed process's models are free again after ten seconds, and a model registered now is seen soon.
        merged.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        merged.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        merged.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // A model registered meanwhile must not take the others away for a moment: their runs would stop.
        merged.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        merged.putAll(kafka);
        merged.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, (int)
                settings.topicRefresh().toMillis());
        merged.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        merged.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        merged.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return merged;
    }

    private static Map<String, Object> producerSettings(Map<String, Object> kafka) {
        Map<String, Object> merged = new HashMap<>(kafka);
        merged.put(ProducerConfig.ACKS_CONFIG, "all");
        merged.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A record that came in was not larger than the topic allows; its copy carries a few headers more.
        merged.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        return merged;
    }

    public void start() {
        thread.start();
    }

    /** The models that are this process's now. */
    public SortedSet<ModelName> models() {
        return new TreeSet<>(loop.models().keySet());
    }

    /** Empty while the model is not this process's. */
    public Optional<S> store(ModelName model) {
        return Optional.ofNullable(loop.models().get(model)).map(ModelFeed::store);
    }

    /** Records of the model's stream not applied yet, as far as known. */
    public OptionalLong lag(ModelName model) {
        return loop.lag(model);
    }

    /** False once the thread has ended: nothing is fed any more. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            consumer.subscribe(Topics.ALL_LABELLED_IMAGES, loop);
            while (closing.getCount() > 0) {
                turn();
            }
        } finally {
            loop.closeAll();
            consumer.close();
            producer.close();
        }
    }

    private void turn() {
        try {
            loop.turn();
        } catch (WakeupException e) {
            LOG.debug("Woken up to close");
        } catch (RuntimeException e) {
            LOG.error("Feed goes on in {} after: {}", retryAfter, e.getMessage(), e);
            loop.startOver();
            pause();
        }
    }

    private void pause() {
        try {
            if (closing.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Closed while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
