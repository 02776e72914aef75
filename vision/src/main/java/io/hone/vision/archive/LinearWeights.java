package io.hone.vision.archive;

import io.hone.contracts.Checks;

/**
 * A linear layer: {@code outputs = weight · features + bias}.
 *
 * @param weight {@code classes × inFeatures} numbers, one class after the other
 * @param bias one number a class
 */
public record LinearWeights(int classes, int inFeatures, float[] weight, float[] bias) {

    public LinearWeights {
        Checks.within("classes", classes, HeadSurgery.MIN_CLASSES, HeadSurgery.MAX_CLASSES);
        Checks.atLeast("inFeatures", inFeatures, 1);
        if (weight.length != (long) classes * inFeatures) {
            throw new IllegalArgumentException("weight has %d numbers, %d classes × %d features need %d"
                    .formatted(weight.length, classes, inFeatures, (long) classes * inFeatures));
        }
        if (bias.length != classes) {
            throw new IllegalArgumentException("bias has %d numbers, must be %d".formatted(bias.length, classes));
        }
    }

    boolean hasBias() {
        for (float value : bias) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }
}
