package io.hone.vision.classifier;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether this thread's operations are recorded for a backward pass. DJL's own gradient collector allows one in the
 * whole process, so that a second trainer would fail.
 */
final class GradMode {

    private GradMode() {}

    static <T> T recorded(Supplier<T> operations) {
        return within(true, operations);
    }

    static <T> T unrecorded(Supplier<T> operations) {
        return within(false, operations);
    }

    private static <T> T within(boolean recorded, Supplier<T> operations) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(recorded);
        try {
            return operations.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
