package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import io.hone.images.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What keeps the splits apart: the looks of the store's own images, and what is known of those of another split. */
final class Traces {

    private final View view;

    Traces(View view) {
        this.view = view;
    }

    Optional<Trace> find(ImageId id) {
        return view.get(Keys.trace(id)).map(value -> TraceValues.read(id, value));
    }

    List<Trace> all() {
        List<Trace> traces = new ArrayList<>();
        view.scan(Keys.TRACES, Keys.TRACES, (key, value) -> traces.add(TraceValues.read(Keys.id(key), value)));
        return traces;
    }

    Optional<Fingerprint> fingerprint(ImageId id) {
        return view.get(Keys.fingerprint(id))
                .map(value -> new Fingerprint(ByteBuffer.wrap(value).getLong()));
    }

    OptionalLong lastElsewhere(ImageId id) {
        return view.get(Keys.formerly(id))
                .map(value -> OptionalLong.of(ByteBuffer.wrap(value).getLong()))
                .orElse(OptionalLong.empty());
    }

    /** The image comes into the store, perhaps from another split. */
    void arrives(ImageId id, Optional<Fingerprint> fingerprint, WriteBatch batch) throws RocksDBException {
        Optional<Trace> before = find(id);
        if (before.isPresent()) {
            batch.put(Keys.formerly(id), number(before.get().offset()));
            batch.delete(Keys.trace(id));
        }
        if (fingerprint.isPresent()) {
            batch.put(Keys.fingerprint(id), number(fingerprint.get().bits()));
        } else {
            batch.delete(Keys.fingerprint(id));
        }
    }

    /** The image is in another split now. */
    static void leaves(Trace trace, WriteBatch batch) throws RocksDBException {
        batch.put(Keys.trace(trace.id()), TraceValues.written(trace));
        batch.delete(Keys.fingerprint(trace.id()));
        batch.delete(Keys.formerly(trace.id()));
    }

    /** The image is nowhere any more. */
    static void forget(ImageId id, WriteBatch batch) throws RocksDBException {
        batch.delete(Keys.trace(id));
        batch.delete(Keys.fingerprint(id));
        batch.delete(Keys.formerly(id));
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
