package io.hone.evaluator.report;

import io.hone.contracts.verdict.Slice;
import io.hone.vision.store.StoredImage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The images by where they come from: a loss that hits one annotator's, or only the newest, is lost in the whole. */
final class Slices {

    /** Of fewer images there is nothing to tell. */
    static final int FEWEST_IMAGES = 20;

    /** Of each kind, the largest. */
    static final int MOST_OF_A_KIND = 20;

    private static final Comparator<Slice> LARGEST_FIRST = Comparator.comparing(
                    (Slice slice) -> slice.paired().images())
            .reversed()
            .thenComparing(Slice::value);

    private final Pairs pairs;

    private Slices(Pairs pairs) {
        this.pairs = pairs;
    }

    static List<Slice> of(Pairs pairs, List<StoredImage> images, Instant now) {
        Slices slices = new Slices(pairs);
        Instant newest = LabelAge.newest(images, now);
        return Stream.of(
                        slices.by("group", image -> image.origin().group().orElse(null)),
                        slices.by(
                                "annotator", image -> image.origin().annotator().orElse(null)),
                        slices.by("source", image -> image.origin().source()),
                        slices.by("age", image -> LabelAge.of(image, newest).inWords()))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Slice> by(String kind, Function<StoredImage, String> value) {
        return pairs.by(value).entrySet().stream()
                .filter(each -> each.getValue().images() >= FEWEST_IMAGES)
                .map(each -> new Slice(kind, each.getKey(), each.getValue()))
                .sorted(LARGEST_FIRST)
                .limit(MOST_OF_A_KIND);
    }
}
