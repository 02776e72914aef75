package io.hone.contracts.doubt;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.Optional;

/**
 * A champion is confident that an image shows something else than its newly given label says; told on the topic {@code
 * doubts}. The champion knows the label's class, and was not trained on the image.
 *
 * @param at when it was noticed
 * @param offset of the record that gives the label, in the model's topic of labelled images
 * @param label that is doubted
 * @param annotator who or what gave it
 * @param predicted the class that the champion says instead
 * @param confidence of the champion in that class, 0 to 1
 * @param champion the version that predicted
 */
public record LabelDoubted(
        ModelName model,
        Instant at,
        ImageId image,
        long offset,
        String label,
        Optional<String> annotator,
        String predicted,
        double confidence,
        int champion)
        implements HoneEvent {

    private static final int MAX_LENGTH = 200;

    public LabelDoubted {
        Checks.present("model", model);
        Checks.present("at", at);
        Checks.present("image", image);
        Checks.atLeast("offset", offset, 0);
        Checks.line("label", label, Classes.MAX_LABEL_LENGTH);
        annotator = annotator == null ? Optional.empty() : annotator;
        annotator.ifPresent(value -> Checks.line("annotator", value, MAX_LENGTH));
        Checks.line("predicted", predicted, Classes.MAX_LABEL_LENGTH);
        Checks.within("confidence", confidence, 0, 1);
        Checks.atLeast("champion", champion, 1);
    }
}
