package io.hone.ingest.labelstudio;

import io.hone.ingest.intake.Labelling;
import io.hone.ingest.task.UnusableTaskException;
import io.hone.platform.problem.InvalidFieldException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an annotation means for a classifier: one image, one label. */
final class LabelRule {

    private LabelRule() {}

    /**
     * @param id of the annotation, unlike those of other tools
     * @throws UnusableTaskException if it is not exactly one label, saying what to set
     * @throws InvalidFieldException if label or annotator cannot be used
     */
    static Labelling labelling(LabelStudioTool tool, String id, Annotated annotated) throws UnusableTaskException {
        boolean truth = annotated.groundTruth();
        return Labelling.of(
                label(tool, annotated),
                null,
                annotated.annotator().orElse(null),
                truth ? "hold-out" : null,
                String.valueOf(truth && tool.golden()),
                id);
    }

    static String label(LabelStudioTool tool, Annotated annotated) throws UnusableTaskException {
        List<Annotated.Choice> choices = annotated.choices().stream()
                .filter(choice -> tool.fromName().map(choice.from()::equals).orElse(true))
                .toList();
        Set<String> controls =
                choices.stream().map(Annotated.Choice::from).collect(Collectors.toCollection(TreeSet::new));
        if (controls.size() > 1) {
            throw unusable(
                    annotated,
                    "has choices of %s: set %s.from-name to the one that is the label"
                            .formatted(controls, tool.prefix()));
        }
        List<String> labels = choices.stream()
                .flatMap(choice -> choice.values().stream())
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            throw unusable(annotated, nothing(tool, annotated));
        }
        if (labels.size() > 1) {
            throw unusable(
                    annotated,
                    "has %d choices, %s: an image has one label, allow one only (choice=\"single\")"
                            .formatted(labels.size(), labels));
        }
        return labels.get(0);
    }

    private static String nothing(LabelStudioTool tool, Annotated annotated) {
        String others = annotated.choices().stream().map(Annotated.Choice::from).collect(Collectors.joining(", "));
        return tool.fromName()
                .map(from -> "has no choice of '%s'%s (%s.from-name)"
                        .formatted(from, others.isEmpty() ? "" : ", but of " + others, tool.prefix()))
                .orElse("has no choice: only <Choices> give a label");
    }

    /** @throws UnusableTaskException if the task names none */
    static String image(LabelStudioTool tool, Annotated annotated) throws UnusableTaskException {
        return Optional.ofNullable(annotated.data().get(tool.imageField()))
                .filter(image -> !image.isBlank())
                .map(tool::resolve)
                .orElseThrow(() -> unusable(
                        annotated,
                        "has a task without '%s' in its data, which has %s: set %s.image-field to where the image is"
                                .formatted(
                                        tool.imageField(),
                                        new TreeSet<>(annotated.data().keySet()),
                                        tool.prefix())));
    }

    private static UnusableTaskException unusable(Annotated annotated, String reason) {
        return new UnusableTaskException("annotation %s %s".formatted(annotated.annotation(), reason));
    }
}
