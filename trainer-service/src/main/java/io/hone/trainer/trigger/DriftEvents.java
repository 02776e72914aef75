package io.hone.trainer.trigger;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.TopicListener;
import io.hone.platform.kafka.TopicListener.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic {@code drift}, all of it after each start: what was told while nobody listened is not lost, and whether
 * a run has answered it already is for the rule to say. There are few such events, and each trainer reads all, without a
 * group.
 */
public final class DriftEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriftEvents.class);
    static final int KEPT = 20;

    private final Map<ModelName, List<DriftDetected>> told = new ConcurrentHashMap<>();
    private final TopicListener listener;

    public DriftEvents(KafkaClients kafka) {
        this.listener = new TopicListener(kafka, Topics.DRIFT, Start.EARLIEST, records -> records.forEach(this::hear));
    }

    public void start() {
        listener.start();
    }

    /**
     * The last that were told of the model, in that order: one of them may be noticed by a label that is not read here yet,
     * and one before it by a label that is.
     */
    public List<DriftDetected> of(ModelName model) {
        return told.getOrDefault(model, List.of());
    }

    private void hear(ConsumerRecord<String, byte[]> heard) {
        try {
            if (EventRecords.read(heard) instanceof DriftDetected drift) {
                told.merge(drift.model(), List.of(drift), DriftEvents::last);
            }
        } catch (MalformedRecordException e) {
            LOG.warn(
                    "record of topic {} at offset {} is passed over: {}",
                    heard.topic(),
                    heard.offset(),
                    e.getMessage());
        }
    }

    private static List<DriftDetected> last(List<DriftDetected> earlier, List<DriftDetected> later) {
        List<DriftDetected> all = new ArrayList<>(earlier);
        all.addAll(later);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    @Override
    public void close() {
        listener.close();
    }
}
