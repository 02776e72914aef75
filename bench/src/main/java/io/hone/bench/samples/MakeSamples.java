package io.hone.bench.samples;

import io.hone.bench.cifar.Cifar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes what lies under {@code samples/}, once; see {@code samples/README.md} for the command. Nothing is drawn at random
 * that has no seed: the same CIFAR-10 gives the same samples.
 */
public final class MakeSamples {

    private MakeSamples() {}

    /** Arguments: the folder of CIFAR-10, the untrained network, the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Three arguments are needed: the folder of CIFAR-10, the untrained network, and the"
                    + " folder to write to. See samples/README.md.");
            System.exit(2);
        }
        Cifar cifar = Cifar.in(Path.of(arguments[0]));
        Path samples = Files.createDirectories(Path.of(arguments[2]));
        new SampleStream(cifar).write(samples);
        new BaseTraining(cifar).train(Path.of(arguments[1]), samples.resolve("base"));
    }
}
