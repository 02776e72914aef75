package io.hone.trainer.auto;

import io.hone.contracts.Json;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import java.util.TreeMap;

/** What has been measured for a choice, kept in the run's folder: whoever takes the run up does not measure it again. */
final class Measurements {

    private final RunFolder folder;
    private final TreeMap<String, Double> known;

    Measurements(RunFolder folder) {
        this.folder = folder;
        this.known = folder.read(RunFolder.MEASURED)
                .map(json -> Json.read(json, Known.class).accuracies())
                .orElseGet(TreeMap::new);
    }

    private record Known(TreeMap<String, Double> accuracies) {}

    /** Something that takes its time. */
    interface Measuring {
        double accuracy() throws RunCancelledException;
    }

    double of(String name, Measuring measuring) throws RunCancelledException {
        Double before = known.get(name);
        if (before != null) {
            return before;
        }
        double accuracy = measuring.accuracy();
        known.put(name, accuracy);
        folder.write(RunFolder.MEASURED, Json.write(new Known(known)));
        return accuracy;
    }
}
