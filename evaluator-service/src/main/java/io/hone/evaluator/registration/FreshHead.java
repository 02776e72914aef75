package io.hone.evaluator.registration;

import io.hone.vision.archive.Head;
import io.hone.vision.archive.HeadSurgery;
import io.hone.vision.archive.NoHeadException;
import java.nio.file.Path;

/** Sees to it that a base tells the model's classes apart: its own head does, or a fresh one that knows nothing yet. */
final class FreshHead {

    /** Always the same, so that the same registration again makes the same base. */
    static final long SEED = 42;

    private FreshHead() {}

    /**
     * @param to written if the head is replaced
     * @return where the base is
     */
    static Path ifWanted(NewModel model, Head head, Path base, Path to) {
        int classes = model.classes().size();
        if (model.base().replaceHead()) {
            return replaced(base, head, classes, to);
        }
        if (head.classes() != classes) {
            throw new UnusableBaseException(
                    "torchScript",
                    "class-count",
                    ("classes names %d, but the head '%s' of torchScript tells %d apart: list one class a line, in the order"
                                    + " of the outputs; or ask with replaceHead=true for a fresh head for these classes;"
                                    + " or, if another layer is the head, name it with head")
                            .formatted(classes, head.module(), head.classes()));
        }
        return base;
    }

    private static Path replaced(Path base, Head head, int classes, Path to) {
        try {
            HeadSurgery.replace(base, to, head, classes, SEED);
            return to;
        } catch (NoHeadException | IllegalArgumentException e) {
            throw new UnusableBaseException(
                    "torchScript",
                    "no-head",
                    "the head '%s' of torchScript cannot be replaced: %s".formatted(head.module(), e.getMessage()),
                    e);
        }
    }
}
