package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an optimizer remembers from step to step. Whoever is given an array or a counter changes it in place, so that all
 * of it can be written at any time.
 */
final class OptimizerMemory {

    private final NDManager manager;
    private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    private final Map<String, Counter> counters = new LinkedHashMap<>();
    private final Map<Double, NDArray> constants = new HashMap<>();

    private OptimizerMemory(NDManager manager) {
        this.manager = manager;
    }

    /** Nothing is remembered yet; the manager owns what will be. */
    static OptimizerMemory empty(NDManager manager) {
        return new OptimizerMemory(manager);
    }

    static OptimizerMemory read(InputStream arrays, Map<String, Integer> counters, NDManager manager) {
        OptimizerMemory memory = new OptimizerMemory(manager);
        try (NDManager reading = manager.newSubManager()) {
            for (NDArray array : NDList.decode(reading, arrays)) {
                // What was read lives in a buffer of Java's: a copy lies where the engine wants it.
                PtNDArray copy = (PtNDArray) array.duplicate();
                copy.attach(manager);
                memory.arrays.put(array.getName(), copy);
            }
        }
        counters.forEach((name, count) -> memory.counters.put(name, new Counter(count)));
        return memory;
    }

    /** Of the weight's shape and type; zeros unless something is remembered. */
    PtNDArray array(PtNDArray weight, String kind) {
        return arrays.computeIfAbsent(weight.getName() + "/" + kind, name -> zeros(weight, name));
    }

    private PtNDArray zeros(PtNDArray weight, String name) {
        PtNDArray zeros = (PtNDArray) manager.zeros(weight.getShape(), weight.getDataType());
        zeros.setName(name);
        return zeros;
    }

    /** Made once, since a number that is handed to the engine becomes an array each time. */
    NDArray constant(double value) {
        return constants.computeIfAbsent(value, number -> manager.create(number.floatValue()));
    }

    Counter counter(PtNDArray weight) {
        return counters.computeIfAbsent(weight.getName(), name -> new Counter(0));
    }

    void writeArrays(OutputStream output) throws IOException {
        new NDList(arrays.values().toArray(PtNDArray[]::new)).encode(output);
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counters.forEach((name, counter) -> counts.put(name, counter.value()));
        return counts;
    }

    /** Of the steps that a parameter took. */
    static final class Counter {

        private int value;

        private Counter(int value) {
            this.value = value;
        }

        int next() {
            return ++value;
        }

        int value() {
            return value;
        }
    }
}
