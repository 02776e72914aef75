package io.hone.contracts.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.LabelHistory;
import io.hone.contracts.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a model's labels are taken in.
 *
 * @param settings every key is set, also those left to their defaults
 */
public record IntakeRules(@JsonValue Settings settings) {

    public static final IntakeRules DEFAULT = new IntakeRules(IntakeKeys.NONE);

    public IntakeRules {
        settings = Checks.present("intake", settings).complete();
        if (settings.get(IntakeKeys.RULE) == LabelRule.TRUSTED
                && settings.get(IntakeKeys.TRUSTED).names().isEmpty()) {
            throw new IllegalArgumentException(
                    "labels.rule is 'trusted', but labels.trusted names nobody: no label could ever hold");
        }
    }

    /** @throws IllegalArgumentException as {@link IntakeKeys#settings}, or if the settings contradict each other */
    public static IntakeRules of(Map<String, ?> settings) {
        return new IntakeRules(IntakeKeys.settings(settings));
    }

    public LabelRule rule() {
        return settings.get(IntakeKeys.RULE);
    }

    /** Of an image that was given these labels, the one that holds; empty if none of them counts. */
    public Optional<GivenLabel> holding(LabelHistory history) {
        return switch (rule()) {
            case LAST -> last(history.votes(label -> true));
            case MAJORITY -> majority(history.votes(label -> true));
            case TRUSTED -> last(history.votes(this::isTrusted));
        };
    }

    private boolean isTrusted(GivenLabel label) {
        Set<String> trusted = settings.get(IntakeKeys.TRUSTED).names();
        return label.annotator().filter(trusted::contains).isPresent();
    }

    private static Optional<GivenLabel> majority(List<GivenLabel> votes) {
        Map<String, Long> counts =
                votes.stream().collect(Collectors.groupingBy(GivenLabel::label, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return last(
                votes.stream().filter(vote -> counts.get(vote.label()) == most).toList());
    }

    private static Optional<GivenLabel> last(List<GivenLabel> votes) {
        return votes.isEmpty() ? Optional.empty() : Optional.of(votes.get(votes.size() - 1));
    }
}
