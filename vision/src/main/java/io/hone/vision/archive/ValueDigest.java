package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Sha256;
import io.hone.vision.archive.PickleValue.Dict;
import io.hone.vision.archive.PickleValue.Entry;
import io.hone.vision.archive.PickleValue.Flag;
import io.hone.vision.archive.PickleValue.Global;
import io.hone.vision.archive.PickleValue.Instance;
import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Real;
import io.hone.vision.archive.PickleValue.Sequence;
import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.PickleValue.Text;
import io.hone.vision.archive.PickleValue.Tuple;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what a pickle describes in a form that does not depend on who wrote it or how. */
final class ValueDigest {

    private static final int MAX_DEPTH = 256;
    /** A pickle may mention a value any number of times, and values within it again. */
    private static final int MAX_VALUES = 5_000_000;
    /** Set by whoever loads the file. */
    private static final PickleValue MODE = new Text("training");

    private final ZipEntries zip;
    private final String folder;
    private final DataOutputStream out;
    private final Set<PickleValue> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Instance, Integer> instances = new HashMap<>();
    private final Map<String, String> storages = new HashMap<>();
    private int values;

    ValueDigest(ZipEntries zip, String folder, DataOutputStream out) {
        this.zip = zip;
        this.folder = folder;
        this.out = out;
    }

    void leaveOut(Tensor tensor) {
        leftOut.add(tensor);
    }

    void add(PickleValue value) throws IOException {
        add(value, 0);
    }

    private void add(PickleValue value, int depth) throws IOException {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw new NotTorchScriptException(
                    "the pickle describes more than %d values, or more than %d within each other"
                            .formatted(MAX_VALUES, MAX_DEPTH));
        }
        addText(value.getClass().getSimpleName());
        if (value instanceof Instance instance) {
            addInstance(instance, depth);
        } else if (value instanceof Dict dict) {
            addDict(dict, depth);
        } else if (value instanceof Tensor tensor) {
            addTensor(tensor);
        } else if (value instanceof Tuple tuple) {
            addAll(tuple.items(), depth);
        } else if (value instanceof Sequence sequence) {
            addAll(sequence.items(), depth);
        } else {
            addSimple(value);
        }
    }

    /** One that hangs in several places is told once, and then by its number. */
    private void addInstance(Instance instance, int depth) throws IOException {
        Integer known = instances.putIfAbsent(instance, instances.size());
        out.writeInt(known == null ? -1 : known);
        if (known == null) {
            addText(instance.type().qualified());
            add(instance.state(), depth + 1);
        }
    }

    private void addDict(Dict dict, int depth) throws IOException {
        for (Entry entry : dict.entries()) {
            if (!entry.key().equals(MODE)) {
                add(entry.key(), depth + 1);
                add(entry.value(), depth + 1);
            }
        }
        addText("end");
    }

    private void addAll(List<PickleValue> items, int depth) throws IOException {
        out.writeInt(items.size());
        for (PickleValue item : items) {
            add(item, depth + 1);
        }
    }

    private void addTensor(Tensor tensor) throws IOException {
        if (!leftOut.contains(tensor)) {
            StoredTensor stored = StoredTensor.of(tensor, zip, folder);
            addText(stored.type().name());
            addText(stored.layout().toString());
            addText(storageDigest(tensor.storage().key(), stored));
        }
    }

    /** Each storage is read once, however many tensors are views of it. */
    private String storageDigest(String key, StoredTensor tensor) throws IOException {
        String known = storages.get(key);
        if (known == null) {
            MessageDigest digest = Sha256.digest();
            tensor.wholeStorage().writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            known = Sha256.hex(digest.digest());
            storages.put(key, known);
        }
        return known;
    }

    private void addSimple(PickleValue value) throws IOException {
        if (value instanceof Flag flag) {
            out.writeBoolean(flag.value());
        } else if (value instanceof Int integer) {
            out.writeLong(integer.value());
        } else if (value instanceof Real real) {
            out.writeDouble(real.value());
        } else if (value instanceof Text text) {
            addText(text.value());
        } else if (value instanceof Global global) {
            addText(global.qualified());
        }
    }

    private void addText(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
