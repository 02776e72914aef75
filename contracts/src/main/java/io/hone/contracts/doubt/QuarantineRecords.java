package io.hone.contracts.doubt;

import io.hone.contracts.Json;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.model.ModelName;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Images that were put aside, as Kafka records: those of {@link ImageRecords}, with one header more, {@code ce_doubt}:
 * the {@link LabelDoubted}, as JSON. For one image, the last record holds; one without a value says that the image lies
 * there no more.
 */
public final class QuarantineRecords {

    private static final String DOUBT = "ce_doubt";

    private QuarantineRecords() {}

    /** @param eventId unique among the events of the image's source */
    public static ProducerRecord<String, byte[]> write(ModelName model, Quarantined quarantined, String eventId) {
        ProducerRecord<String, byte[]> image = ImageRecords.labelled(model, quarantined.image(), eventId);
        image.headers().add(DOUBT, Json.write(quarantined.doubt()));
        return new ProducerRecord<>(Topics.quarantinedImages(model), null, image.key(), image.value(), image.headers());
    }

    /** The image lies there no more. */
    public static ProducerRecord<String, byte[]> gone(ModelName model, ImageId id) {
        return new ProducerRecord<>(Topics.quarantinedImages(model), id.value(), null);
    }

    /**
     * Empty if the image lies there no more.
     *
     * @throws MalformedRecordException if the record does not follow the contract
     */
    public static Optional<Quarantined> read(ConsumerRecord<String, byte[]> consumed) throws MalformedRecordException {
        if (!(ImageRecords.read(consumed) instanceof ImageEntry.Labelled labelled)) {
            return Optional.empty();
        }
        Header doubt = consumed.headers().lastHeader(DOUBT);
        if (doubt == null) {
            throw new MalformedRecordException(DOUBT + " is missing: who doubts the label must say so");
        }
        try {
            return Optional.of(new Quarantined(labelled.image(), Json.read(doubt.value(), LabelDoubted.class)));
        } catch (RuntimeException e) {
            throw new MalformedRecordException("%s: %s".formatted(DOUBT, e.getMessage()), e);
        }
    }
}
