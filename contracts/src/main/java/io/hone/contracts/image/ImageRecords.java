package io.hone.contracts.image;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Entries of the labelled-image stream as Kafka records: CloudEvents 1.0 in Kafka binary mode.
 *
 * <ul>
 *   <li>Key: the image id, UTF-8. Value: the encoded image; empty with a {@code ce_dataref}; null removes the image.
 *   <li>Headers: {@code ce_specversion=1.0}, {@code ce_type=io.hone.image.labelled.v1}, {@code ce_source},
 *       {@code ce_id}, {@code ce_time}, {@code content-type}, {@code ce_label}; optional {@code ce_split}
 *       ({@code training} or {@code hold-out}), {@code ce_group}, {@code ce_annotator}, {@code ce_golden} ({@code true},
 *       only with {@code ce_split=hold-out}), {@code ce_dataref}, {@code ce_annotation} (the labelling tool's own name
 *       for the giving of this label, unique in the model), {@code ce_labelhistory} (the labels that the image was
 *       given, as {@link LabelHistory} writes them, for the topic forgets an image's earlier records), {@code
 *       ce_reviewed} ({@code true} once somebody has looked at a label that was doubted).
 * </ul>
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding for CloudEvents</a>
 */
public final class ImageRecords {

    public static final String TYPE = "io.hone.image.labelled.v1";

    private static final List<String> REQUIRED = List.of("ce_specversion", "ce_type", "ce_source", "ce_id");
    private static final byte[] NO_BYTES = {};

    private ImageRecords() {}

    /** @param eventId unique among the events of the image's source */
    public static ProducerRecord<String, byte[]> labelled(ModelName model, LabelledImage image, String eventId) {
        var event = CloudEventBuilder.v1()
                .withType(TYPE)
                .withSource(image.source())
                .withId(eventId)
                .withTime(image.labelledAt().atOffset(ZoneOffset.UTC))
                .withExtension("label", image.label());
        image.split().ifPresent(split -> event.withExtension("split", split.wireName()));
        image.group().ifPresent(group -> event.withExtension("group", group));
        image.annotator().ifPresent(annotator -> event.withExtension("annotator", annotator));
        image.annotation().ifPresent(annotation -> event.withExtension("annotation", annotation));
        if (!image.history().isEmpty()) {
            event.withExtension("labelhistory", image.history().written());
        }
        if (image.golden()) {
            event.withExtension("golden", true);
        }
        if (image.reviewed()) {
            event.withExtension("reviewed", true);
        }
        if (image.payload() instanceof ImagePayload.Inline inline) {
            event.withData(image.contentType(), inline.bytes());
        } else if (image.payload() instanceof ImagePayload.Reference reference) {
            event.withExtension("dataref", reference.address()).withData(image.contentType(), NO_BYTES);
        }
        return KafkaMessageFactory.<String>createWriter(
                        Topics.labelledImages(model), null, image.id().value())
                .writeBinary(event.build());
    }

    /** A null value: compaction forgets the image, and every reader takes it out. */
    public static ProducerRecord<String, byte[]> removed(ModelName model, ImageId id) {
        return new ProducerRecord<>(Topics.labelledImages(model), id.value(), null);
    }

    /** @throws MalformedRecordException if the record does not follow the contract */
    public static ImageEntry read(ConsumerRecord<String, byte[]> consumed) throws MalformedRecordException {
        try {
            if (consumed.key() == null) {
                throw new MalformedRecordException("record key is missing, must be the image id");
            }
            ImageId id = new ImageId(consumed.key());
            return consumed.value() == null
                    ? new ImageEntry.Removed(id)
                    : new ImageEntry.Labelled(image(id, event(consumed)));
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Who writes headers by hand is told which one is missing, in the words of this contract. */
    private static CloudEvent event(ConsumerRecord<String, byte[]> consumed) throws MalformedRecordException {
        try {
            return KafkaMessageFactory.createReader(consumed).toEvent();
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new MalformedRecordException(
                    REQUIRED.stream()
                            .filter(header -> consumed.headers().lastHeader(header) == null)
                            .findFirst()
                            .map("header %s is missing"::formatted)
                            .orElse(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static LabelledImage image(ImageId id, CloudEvent event) throws MalformedRecordException {
        if (!TYPE.equals(event.getType())) {
            throw new MalformedRecordException("ce_type is '%s', must be '%s'".formatted(event.getType(), TYPE));
        }
        OffsetDateTime time = event.getTime();
        if (time == null) {
            throw new MalformedRecordException("ce_time is missing");
        }
        return new LabelledImage(
                id,
                extension(event, "label")
                        .orElseThrow(() -> new MalformedRecordException("ce_label is missing: an image needs a label")),
                extension(event, "split").map(Split::fromWireName),
                extension(event, "group"),
                extension(event, "annotator"),
                flag(event, "golden"),
                event.getSource(),
                time.toInstant(),
                Optional.ofNullable(event.getDataContentType()).orElse("application/octet-stream"),
                payload(event),
                extension(event, "annotation"),
                extension(event, "labelhistory").map(LabelHistory::parse).orElse(LabelHistory.NONE),
                flag(event, "reviewed"));
    }

    private static boolean flag(CloudEvent event, String name) throws MalformedRecordException {
        String value = extension(event, name).orElse("false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new MalformedRecordException("ce_%s is '%s', must be 'true' or 'false'".formatted(name, value));
        };
    }

    private static ImagePayload payload(CloudEvent event) {
        Optional<String> dataref = extension(event, "dataref");
        if (dataref.isPresent()) {
            return new ImagePayload.Reference(URI.create(dataref.get()));
        }
        return new ImagePayload.Inline(
                event.getData() == null ? NO_BYTES : event.getData().toBytes());
    }

    private static Optional<String> extension(CloudEvent event, String name) {
        return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
    }
}
