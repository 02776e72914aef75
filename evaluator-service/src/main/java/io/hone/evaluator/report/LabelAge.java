package io.hone.evaluator.report;

import io.hone.vision.store.StoredImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/**
 * How old a label is, counted back from the newest of the snapshot, so that the same snapshot has the same ages. A label
 * whose clock is ahead is new, and makes no other old.
 */
enum LabelAge {
    DAY("up to a day", Duration.ofDays(1)),
    WEEK("up to a week", Duration.ofDays(7)),
    MONTH("up to a month", Duration.ofDays(30)),
    OLDER("older", Duration.ofSeconds(Long.MAX_VALUE));

    private final String inWords;
    private final Duration most;

    LabelAge(String inWords, Duration most) {
        this.inWords = inWords;
        this.most = most;
    }

    static LabelAge of(StoredImage image, Instant newest) {
        Duration age = Duration.between(image.origin().labelledAt(), newest);
        return Arrays.stream(values())
                .filter(each -> age.compareTo(each.most) <= 0)
                .findFirst()
                .orElse(OLDER);
    }

    /** Not after {@code now}; the epoch without such images. */
    static Instant newest(Collection<StoredImage> images, Instant now) {
        return images.stream()
                .map(image -> image.origin().labelledAt())
                .filter(labelledAt -> !labelledAt.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    String inWords() {
        return inWords;
    }
}
