package io.hone.cli.push;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Options whose values have bounds. */
final class Bounds {

    private Bounds() {}

    static long within(CommandSpec spec, String option, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is %d, must be between %d and %d".formatted(option, value, lowest, highest));
        }
        return value;
    }
}
