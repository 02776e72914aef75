package io.hone.evaluator.report;

import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.vision.store.StoredImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Two versions on the same images, image by image. */
public final class Pairs {

    private final AnswerSheet champion;
    private final AnswerSheet candidate;

    /** @throws IllegalArgumentException if they did not see the same images */
    public Pairs(AnswerSheet champion, AnswerSheet candidate) {
        if (!champion.images().equals(candidate.images())) {
            throw new IllegalArgumentException("versions %d and %d were shown different images"
                    .formatted(champion.version(), candidate.version()));
        }
        this.champion = champion;
        this.candidate = candidate;
    }

    public PairedOutcomes all() {
        return where(image -> true);
    }

    /** On images of the classes that the champion knows. */
    public PairedOutcomes known() {
        Set<String> labels = Set.copyOf(champion.classes().labels());
        return where(image -> labels.contains(image.label()));
    }

    PairedOutcomes where(Predicate<StoredImage> chosen) {
        return by(image -> chosen.test(image) ? "chosen" : "other").getOrDefault("chosen", PairedOutcomes.NONE);
    }

    /** @param value null for images that belong nowhere */
    Map<String, PairedOutcomes> by(Function<StoredImage, String> value) {
        Map<String, Ballot> ballots = new HashMap<>();
        for (int image = 0; image < champion.size(); image++) {
            StoredImage shown = champion.images().get(image);
            String key = value.apply(shown);
            if (key != null) {
                ballots.computeIfAbsent(key, each -> new Ballot())
                        .add(shown.origin().group(), champion.isRight(image), candidate.isRight(image));
            }
        }
        Map<String, PairedOutcomes> outcomes = new HashMap<>();
        ballots.forEach((key, ballot) -> outcomes.put(key, ballot.outcomes()));
        return outcomes;
    }
}
