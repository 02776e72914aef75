package io.hone.ingest.load;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalInt;

/** How many images each caller may send a second, on average; at once, as many as a batch may have. */
public final class Pace {

    /** Forgets who has been still longest: more callers than this at the same time are let off too lightly. */
    private static final int CALLERS = 10_000;

    private final OptionalInt perSecond;
    private final int atOnce;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    /** @param perSecond empty for no limit */
    public Pace(OptionalInt perSecond, int batchLimit, TimeMeter clock) {
        this.perSecond = perSecond;
        this.atOnce = Math.max(batchLimit, perSecond.orElse(1));
        this.clock = clock;
    }

    /** @throws CallerLimitException if they come too early; then none of them counts */
    public void take(String caller, int images) {
        if (perSecond.isEmpty() || images == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(caller, name -> bucket()).tryConsumeAndReturnRemaining(images);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw CallerLimitException.pace(caller, images, perSecond.getAsInt(), wait.plusSeconds(1));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond.getAsInt(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
