package io.hone.ingest.record;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;

/** All that it takes to know what is in the models' streams, closed in the right order. */
public final class Records implements AutoCloseable {

    private final RecordStore store;
    private final RecordFeed feed;
    private final RecordReader reader;
    private final RecordView view;
    private final Admin admin;

    /**
     * @param topicRefresh how soon a newly registered model is noticed by itself
     * @param retryAfter how long the reading pauses when Kafka is away
     * @param patience how long it is waited for a stream to be read to its end, and for a single record
     */
    public record Timing(Duration topicRefresh, Duration retryAfter, Duration patience) {}

    /**
     * Starts to read. What is given is closed with this.
     *
     * @param directory of the store
     * @param following as {@link RecordFeed} wants it
     * @param single as {@link RecordReader} wants it
     * @throws RecordStoreException if the store cannot be opened
     */
    public Records(
            Path directory,
            Consumer<String, byte[]> following,
            Consumer<String, byte[]> single,
            Admin admin,
            Timing timing) {
        this.admin = admin;
        this.store = new RecordStore(directory);
        this.feed = new RecordFeed(following, store, timing.topicRefresh(), timing.retryAfter());
        this.reader = new RecordReader(single, timing.patience());
        this.view = new RecordView(store, feed, new EndOffsets(admin, timing.patience()), timing.patience());
        feed.start();
    }

    public RecordView view() {
        return view;
    }

    public RecordReader reader() {
        return reader;
    }

    /** Records of all models that are still to be read, as far as is known. */
    public long behind() {
        return feed.behind();
    }

    @Override
    public void close() {
        feed.close();
        reader.close();
        admin.close(Duration.ZERO);
        store.close();
    }
}
