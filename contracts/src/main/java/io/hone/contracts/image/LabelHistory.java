package io.hone.contracts.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The labels that an image was given, in the order in which they became known, the last {@value #MOST} of them. Where
 * there are more, those that count no more go first: taken back, or followed by another of the same annotator.
 *
 * <p>On the wire a JSON array, such as {@code [{"label":"cat","at":"2026-11-22T10:15:30Z","annotator":"ada"}]}; twenty of
 * the longest take less than 48 KiB.
 */
public record LabelHistory(@JsonValue List<GivenLabel> labels) {

    public static final int MOST = 20;

    public static final LabelHistory NONE = new LabelHistory(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LabelHistory {
        labels = bounded(Checks.present("label history", labels));
    }

    public static LabelHistory of(GivenLabel only) {
        return new LabelHistory(List.of(only));
    }

    /** @throws IllegalArgumentException if it is no such array */
    public static LabelHistory parse(String json) {
        try {
            return Checks.present("array", Json.read(json.getBytes(StandardCharsets.UTF_8), LabelHistory.class));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "label history is no JSON array of labels, each with label and at: " + e.getMessage(), e);
        }
    }

    public String written() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** These labels, and those of the other that are not among them. What either has taken back is taken back. */
    public LabelHistory and(LabelHistory later) {
        LabelHistory all = this;
        for (GivenLabel label : later.labels) {
            all = all.and(label);
        }
        return all;
    }

    /** The last label once more, by the same annotator and annotation, is no news, and leaves the history as it is. */
    public LabelHistory and(GivenLabel given) {
        List<GivenLabel> all = new ArrayList<>(labels);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSameAs(given)) {
                GivenLabel known = all.get(i);
                all.set(i, given.withdrawn().map(known::withdrawnAt).orElse(known));
                return new LabelHistory(all);
            }
        }
        if (given.withdrawn().isEmpty() && last().filter(given::repeats).isPresent()) {
            return this;
        }
        all.add(given);
        return new LabelHistory(all);
    }

    /** The same, without what {@code annotation} has said. */
    public LabelHistory withdraw(String annotation, Instant when) {
        return new LabelHistory(labels.stream()
                .map(label -> label.annotation().equals(Optional.of(annotation)) ? label.withdrawnAt(when) : label)
                .toList());
    }

    /** Whether anything that {@code annotation} has said still counts. */
    public boolean standsBy(String annotation) {
        return labels.stream()
                .anyMatch(label ->
                        label.withdrawn().isEmpty() && label.annotation().equals(Optional.of(annotation)));
    }

    /**
     * What each annotator says: the last label of each, oldest first, of those that were not taken back and that
     * {@code counts} lets through. An annotation that was changed, by whom ever, says what it says now.
     */
    public List<GivenLabel> votes(Predicate<GivenLabel> counts) {
        return votes(labels, counts);
    }

    private Optional<GivenLabel> last() {
        List<GivenLabel> votes = votes(label -> true);
        return votes.isEmpty() ? Optional.empty() : Optional.of(votes.get(votes.size() - 1));
    }

    private static List<GivenLabel> votes(List<GivenLabel> labels, Predicate<GivenLabel> counts) {
        List<GivenLabel> votes = new ArrayList<>();
        Set<String> voters = new HashSet<>();
        Set<String> annotations = new HashSet<>();
        for (int i = labels.size() - 1; i >= 0; i--) {
            GivenLabel label = labels.get(i);
            if (label.withdrawn().isEmpty() && counts.test(label)) {
                boolean isLast = label.annotation().map(annotations::add).orElse(true);
                if (isLast && voters.add(label.voter())) {
                    votes.add(0, label);
                }
            }
        }
        return votes;
    }

    private static List<GivenLabel> bounded(List<GivenLabel> labels) {
        if (labels.size() <= MOST) {
            return List.copyOf(labels);
        }
        List<GivenLabel> kept = new ArrayList<>(labels);
        Set<GivenLabel> votes = new HashSet<>(votes(labels, label -> true));
        for (int i = 0; i < kept.size() && kept.size() > MOST; ) {
            if (votes.contains(kept.get(i))) {
                i++;
            } else {
                kept.remove(i);
            }
        }
        return List.copyOf(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    }
}
