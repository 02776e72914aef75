package io.hone.trainer.reproduction;

import io.hone.vision.archive.TorchScriptArchive;
import java.nio.file.Path;
import java.util.List;

/** How far apart two files of the same network are. */
final class WeightDifference {

    private WeightDifference() {}

    /** The largest difference between two numbers at the same place; infinite if the networks differ. */
    static double largest(Path one, Path other) {
        TorchScriptArchive first = TorchScriptArchive.read(one);
        TorchScriptArchive second = TorchScriptArchive.read(other);
        if (!names(first).equals(names(second))) {
            return Double.POSITIVE_INFINITY;
        }
        return first.tensors().stream()
                .filter(tensor -> tensor.type().isFloatingPoint())
                .mapToDouble(tensor -> largest(first.floats(tensor.name()), second.floats(tensor.name())))
                .max()
                .orElse(0);
    }

    private static List<String> names(TorchScriptArchive archive) {
        return archive.tensors().stream()
                .map(tensor -> tensor.name() + tensor.shape())
                .toList();
    }

    private static double largest(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
        }
        return largest;
    }
}
