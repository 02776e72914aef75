package io.hone.evaluator.drift;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.images.Pixels;
import io.hone.vision.store.ImageLedger;
import io.hone.vision.store.ImageSink;
import io.hone.vision.store.StoredImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One model's labels between the feed, which brings them, and the worker, which has them predicted. What has come in
 * waits in memory; what has been counted is written down in one batch with the ids of its images and the offset of the
 * first record that has not. So after {@code kill -9} the feed brings again just what was not counted.
 *
 * <p>For the feed's thread and the worker's, and any number that look at the state.
 */
final class IncomingLabels implements ImageSink {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingLabels.class);

    /** Images that wait of one model, beyond which its feed pauses. */
    private static final int ENOUGH = 256;

    /** However many wait of others: a model whose champion is broken holds up none whose champion is not. */
    private static final int FEWEST = 16;

    private final ModelName model;
    private final ImageLedger ledger;
    private final LabelMemory memory;
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private long nextOffset;
    private boolean closed;
    private volatile DriftState state;

    private IncomingLabels(ModelName model, ImageLedger ledger, LabelMemory memory) {
        this.model = model;
        this.ledger = ledger;
        this.memory = memory;
        this.state = ledger.value().flatMap(DriftState::decoded).orElse(DriftState.NEW);
        if (state.equals(DriftState.NEW)) {
            ledger.clear(DriftState.NEW.encoded());
        }
        this.nextOffset = state.nextOffset();
    }

    /**
     * @param memory that it shares with other models
     * @throws io.hone.vision.store.ImageStoreException if another process still holds it
     */
    static IncomingLabels open(ModelName model, Path directory, LabelMemory memory) {
        ImageLedger ledger = ImageLedger.open(directory);
        try {
            return new IncomingLabels(model, ledger, memory);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    ModelName model() {
        return model;
    }

    DriftState state() {
        return state;
    }

    @Override
    public synchronized boolean put(StoredImage image, Pixels pixels) {
        if (image.offset() < nextOffset) {
            return false;
        }
        waiting.addLast(new Arrival(image, pixels));
        memory.take(pixels.rgb().length);
        nextOffset = image.offset() + 1;
        return true;
    }

    /** What was labelled counts, whatever becomes of the image. */
    @Override
    public synchronized boolean remove(ImageId id, long offset) {
        if (offset < nextOffset) {
            return false;
        }
        nextOffset = offset + 1;
        return true;
    }

    @Override
    public synchronized void skip(long offset) {
        nextOffset = Math.max(nextOffset, offset + 1);
    }

    @Override
    public synchronized void clear() {
        forget(waiting.size());
        nextOffset = 0;
        ledger.clear(DriftState.NEW.encoded());
        state = DriftState.NEW;
        LOG.warn("incoming labels are counted anew: model={}", model);
    }

    @Override
    public synchronized long nextOffset() {
        return nextOffset;
    }

    @Override
    public synchronized boolean isFull() {
        return waiting.size() >= ENOUGH || (waiting.size() >= FEWEST && memory.isUsedUp());
    }

    /** The first that wait, at most so many; they go on waiting until they are counted. */
    synchronized List<Arrival> next(int most) {
        return waiting.stream().limit(most).toList();
    }

    /** Those whose images have not been counted, each image once: its first label is the one that comes in. */
    List<Arrival> unseen(List<Arrival> batch) {
        Map<ImageId, Arrival> first = new LinkedHashMap<>();
        batch.stream()
                .filter(arrival -> !ledger.holds(arrival.image().id()))
                .forEach(arrival -> first.putIfAbsent(arrival.image().id(), arrival));
        return new ArrayList<>(first.values());
    }

    /**
     * Writes down what came of a batch.
     *
     * @param batch the one that {@link #next} gave
     * @return false if the model is not this process's any more: then nothing is written
     */
    synchronized boolean counted(List<Arrival> batch, DriftState after) {
        if (closed) {
            return false;
        }
        int left = waiting.size() - batch.size();
        long upTo = left == 0 ? nextOffset : batch.get(batch.size() - 1).image().offset() + 1;
        DriftState next = after.readUpTo(upTo);
        ledger.write(batch.stream().map(arrival -> arrival.image().id()).toList(), next.encoded());
        forget(batch.size());
        state = next;
        return true;
    }

    /** Writes down what has been done about what was counted. */
    synchronized boolean done(DriftState after) {
        if (closed) {
            return false;
        }
        ledger.write(List.of(), after.encoded());
        state = after;
        return true;
    }

    private void forget(int first) {
        for (int i = 0; i < first; i++) {
            memory.giveBack(waiting.removeFirst().pixels().rgb().length);
        }
    }

    /** A second time it does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        forget(waiting.size());
        ledger.close();
    }
}
