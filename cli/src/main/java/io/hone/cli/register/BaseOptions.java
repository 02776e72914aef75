package io.hone.cli.register;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is to be done to the given file before it becomes version 1. */
final class BaseOptions {

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights to lay into it, matched by name and shape: TorchScript or safetensors.")
    private Path weights;

    @Option(
            names = "--head",
            paramLabel = "NAME",
            description = "The head's module, such as fc, where it is not the last linear layer.")
    private String head;

    @Option(
            names = "--replace-head",
            description = "It knows other classes: give it a fresh head for those of --classes.")
    private boolean replaceHead;

    BaseChanges changes() {
        return new BaseChanges(Optional.ofNullable(weights), Optional.ofNullable(head), replaceHead);
    }
}
