package io.hone.vision.classifier;

import ai.djl.Device;
import io.hone.contracts.Checks;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where networks compute, as an operator says it.
 *
 * @param kind what to look for
 * @param index of the GPU, from 0; 0 for the other kinds
 */
public record DeviceChoice(Kind kind, int index) {

    private static final Pattern WRITTEN = Pattern.compile("(auto|cpu|gpu)(?:\\((\\d{1,3})\\))?");

    /** The first GPU, or the CPU where there is none. */
    public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);

    public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);

    public enum Kind {
        AUTO,
        CPU,
        GPU
    }

    public DeviceChoice {
        Checks.present("device", kind);
        Checks.atLeast("device index", index, 0);
        if (kind != Kind.GPU && index != 0) {
            throw new IllegalArgumentException("only a GPU is chosen by number, as in gpu(%d)".formatted(index));
        }
    }

    /** @param written {@code auto}, {@code cpu}, {@code gpu} or {@code gpu(1)}, in either case */
    public static DeviceChoice parse(String written) {
        Matcher matcher =
                WRITTEN.matcher(Checks.present("device", written).trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "device is '%s', must be auto, cpu, gpu or gpu(n) with the number of the GPU".formatted(written));
        }
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return new DeviceChoice(kind, matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    /** @throws IllegalStateException if the chosen GPU is not there */
    Device among(int gpus) {
        if (kind == Kind.GPU && index >= gpus) {
            throw new IllegalStateException(
                    "device %s is asked for, but the engine sees %d GPUs: choose cpu or auto".formatted(this, gpus));
        }
        return kind == Kind.CPU || gpus == 0 ? Device.cpu() : Device.gpu(index);
    }

    @Override
    public String toString() {
        return kind == Kind.GPU ? "gpu(%d)".formatted(index) : kind.name().toLowerCase(Locale.ROOT);
    }
}
