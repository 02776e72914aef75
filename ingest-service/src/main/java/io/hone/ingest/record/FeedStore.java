package io.hone.ingest.record;

import io.hone.contracts.model.ModelName;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@link RecordFeed} reads models' topics into, for its one thread. */
public interface FeedStore {

    /** The model whose topic that is; empty for a topic that is not to be read. */
    Optional<ModelName> modelOf(String topic);

    /** Of the record to be read next; 0 for a model that nothing was read of. */
    long nextOffset(ModelName model);

    /**
     * Takes records in, together with the offset that follows them.
     *
     * @param records in their order; those that were taken in before change nothing
     */
    void apply(ModelName model, List<ConsumerRecord<String, byte[]>> records, long nextOffset);

    /** Forgets a model, because its topic will be read from the start. */
    void clear(ModelName model);
}
