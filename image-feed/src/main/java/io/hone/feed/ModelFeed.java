package io.hone.feed;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.Fingerprint;
import io.hone.images.ImageDecoder;
import io.hone.images.Pixels;
import io.hone.images.Resize;
import io.hone.images.UnreadableImageException;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import io.hone.vision.store.ImageSink;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import io.hone.vision.store.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Applies the entries of one model's stream to what it is read into, each together with its offset. */
final class ModelFeed<S extends ImageSink> {

    private final ModelName model;
    private final S store;
    private final Preprocessing preprocessing;
    private final HoldOutRule holdOutRule;
    private final Set<Split> wanted;
    private final boolean looksAtOthers;
    private final ImageDecoder decoder;
    private final ObjectStore images;
    private final Optional<DeadLetters> malformed;
    private final Optional<DeadLetters> unreadable;

    ModelFeed(
            ModelName model,
            S store,
            Preprocessing preprocessing,
            HoldOutRule holdOutRule,
            FeedSettings settings,
            ImageDecoder decoder,
            ObjectStore images,
            DeadLetters deadLetters) {
        this.model = model;
        this.store = store;
        this.preprocessing = preprocessing;
        this.holdOutRule = holdOutRule;
        this.wanted = settings.splits();
        this.looksAtOthers = settings.looksAtOthers();
        this.decoder = decoder;
        this.images = images;
        this.malformed = settings.reportsMalformed() ? Optional.of(deadLetters) : Optional.empty();
        this.unreadable = settings.reportsUnreadable() ? Optional.of(deadLetters) : Optional.empty();
    }

    ModelName model() {
        return model;
    }

    S store() {
        return store;
    }

    void apply(ConsumerRecord<String, byte[]> consumed) {
        try {
            apply(ImageRecords.read(consumed), consumed);
        } catch (MalformedRecordException e) {
            malformed.ifPresent(letters -> letters.send(model, consumed, "contract", e));
            store.skip(consumed.offset());
        }
    }

    private void apply(ImageEntry entry, ConsumerRecord<String, byte[]> consumed) {
        if (!(entry instanceof ImageEntry.Labelled labelled)) {
            store.remove(entry.id(), consumed.offset());
        } else if (wanted.contains(splitOf(labelled.image()))) {
            put(labelled.image(), consumed);
        } else {
            LabelledImage image = labelled.image();
            store.elsewhere(new Trace(
                    image.id(), consumed.offset(), image.label(), image.group(), image.golden(), fingerprint(image)));
        }
    }

    /** Whoever corrects the label of a golden image need not know that it is one. */
    private Split splitOf(LabelledImage image) {
        return store.isGolden(image.id()) ? Split.HOLD_OUT : holdOutRule.splitOf(image);
    }

    private void put(LabelledImage image, ConsumerRecord<String, byte[]> consumed) {
        try {
            store.put(
                    new StoredImage(image.id(), image.label(), consumed.offset(), LabelOrigin.of(image)),
                    pixels(image));
        } catch (UnreadableImageException | MalformedRecordException e) {
            unreadable.ifPresent(letters -> letters.send(model, consumed, "content", e));
            store.remove(image.id(), consumed.offset());
        }
    }

    /** Whoever keeps the image reports one that cannot be decoded. */
    private Optional<Fingerprint> fingerprint(LabelledImage image) {
        if (!looksAtOthers) {
            return Optional.empty();
        }
        try {
            return Fingerprint.of(pixels(image));
        } catch (UnreadableImageException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    private Pixels pixels(LabelledImage image) throws UnreadableImageException, MalformedRecordException {
        return Resize.bilinear(decoder.decode(bytes(image)), preprocessing.width(), preprocessing.height());
    }

    private byte[] bytes(LabelledImage image) throws MalformedRecordException {
        if (image.payload() instanceof ImagePayload.Inline inline) {
            return inline.bytes();
        }
        ImagePayload.Reference reference = (ImagePayload.Reference) image.payload();
        if (!reference.bucket().equals(ObjectKeys.IMAGES)) {
            throw new MalformedRecordException(
                    "dataref names the bucket '%s', must be '%s'".formatted(reference.bucket(), ObjectKeys.IMAGES));
        }
        byte[] bytes = fetch(reference.key());
        if (!ImageId.of(bytes).equals(image.id())) {
            throw new MalformedRecordException("record key is '%s', but the SHA-256 of '%s' is '%s'"
                    .formatted(image.id(), reference.key(), ImageId.of(bytes)));
        }
        return bytes;
    }

    private byte[] fetch(String key) throws MalformedRecordException {
        int limit = decoder.limits().maxBytes();
        try (InputStream in = images.open(key)
                .orElseThrow(
                        () -> new MalformedRecordException("dataref names '%s', which is not there".formatted(key)))) {
            // No more than a byte beyond the limit is ever held: it tells that there is more.
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new MalformedRecordException(
                        "dataref names '%s', which has more than the %d bytes that are allowed".formatted(key, limit));
            }
            return bytes;
        } catch (IOException e) {
            throw new ObjectStoreException("cannot read '%s': %s".formatted(key, e.getMessage()), e);
        }
    }
}
