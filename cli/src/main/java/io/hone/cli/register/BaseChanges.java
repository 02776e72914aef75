package io.hone.cli.register;

import io.hone.cli.http.Multipart;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be done to a given network before it becomes version 1.
 *
 * @param weights a file to lay into it, by name and shape
 * @param head name of the head's module, where it is not the last linear layer
 * @param replaceHead whether it gets a fresh head for the model's classes
 */
public record BaseChanges(Optional<Path> weights, Optional<String> head, boolean replaceHead) {

    public static final BaseChanges NONE = new BaseChanges(Optional.empty(), Optional.empty(), false);

    void addTo(Multipart request) throws FileNotFoundException {
        head.ifPresent(module -> request.field("head", module));
        if (replaceHead) {
            request.field("replaceHead", "true");
        }
        if (weights.isPresent()) {
            request.file("weights", Registration.present("--weights", weights.get()));
        }
    }
}
