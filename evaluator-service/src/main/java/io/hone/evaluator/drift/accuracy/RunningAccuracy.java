package io.hone.evaluator.drift.accuracy;

import io.hone.contracts.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often the champion of the time was right, lately: over the last labels, and with older ones counting less and less;
 * both overall and by class.
 *
 * @param labels that have come in, in the order of their first
 * @param window the last answers, the oldest first: twice the label's place in {@code labels}, and one more if right
 * @param overall with older answers counting less
 * @param byLabel the same for each of {@code labels}
 */
public record RunningAccuracy(
        List<String> labels, List<Integer> window, FadingAccuracy overall, List<FadingAccuracy> byLabel) {

    public static final RunningAccuracy NONE =
            new RunningAccuracy(List.of(), List.of(), FadingAccuracy.NONE, List.of());

    public RunningAccuracy {
        labels = List.copyOf(Checks.present("labels", labels));
        window = List.copyOf(Checks.present("window", window));
        Checks.present("overall", overall);
        byLabel = List.copyOf(Checks.present("byLabel", byLabel));
        if (byLabel.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "%d labels, but accuracies of %d".formatted(labels.size(), byLabel.size()));
        }
    }

    /**
     * @param length of the window, in labels
     * @param halfLife labels after which an answer counts half; a class's own labels for the class
     */
    public RunningAccuracy plus(String label, boolean isRight, int length, double halfLife) {
        List<String> known = new ArrayList<>(labels);
        List<FadingAccuracy> recent = new ArrayList<>(byLabel);
        int place = known.indexOf(label);
        if (place < 0) {
            place = known.size();
            known.add(label);
            recent.add(FadingAccuracy.NONE);
        }
        recent.set(place, recent.get(place).plus(isRight, halfLife));
        List<Integer> last = new ArrayList<>(window.subList(Math.max(0, window.size() - length + 1), window.size()));
        last.add(2 * place + (isRight ? 1 : 0));
        return new RunningAccuracy(known, last, overall.plus(isRight, halfLife), recent);
    }

    /** Over the window, 0 to 1; empty without answers. */
    public OptionalDouble windowAccuracy() {
        return share(right(window), window.size());
    }

    /** One for each label that has come in. */
    public List<ClassAccuracy> classes() {
        return labels.stream().map(this::ofLabel).toList();
    }

    /** Empty for a label that has not come in. */
    public Optional<ClassAccuracy> ofClass(String label) {
        return labels.contains(label) ? Optional.of(ofLabel(label)) : Optional.empty();
    }

    private ClassAccuracy ofLabel(String label) {
        int place = labels.indexOf(label);
        List<Integer> own =
                window.stream().filter(answer -> answer / 2 == place).toList();
        return new ClassAccuracy(
                label,
                own.size(),
                share(right(own), own.size()),
                byLabel.get(place).accuracy());
    }

    private static long right(List<Integer> answers) {
        return answers.stream().filter(answer -> answer % 2 == 1).count();
    }

    private static OptionalDouble share(long right, int all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / all);
    }
}
