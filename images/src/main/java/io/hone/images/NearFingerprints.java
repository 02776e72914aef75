package io.hone.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which fingerprints lie near one of many, without comparing with all of them and without missing any: cut into
 * one band more than bits may differ, two near ones are equal in at least one band.
 */
public final class NearFingerprints {

    private final int distance;
    private final int bands;
    /** Of each band, the fingerprints by what they have there. */
    private final List<Map<Long, List<Fingerprint>>> byBand = new ArrayList<>();

    /**
     * @param distance in how many bits near ones may differ, 0 to 63
     * @throws IllegalArgumentException if the distance is out of its range
     */
    public NearFingerprints(Collection<Fingerprint> fingerprints, int distance) {
        if (distance < 0 || distance >= Fingerprint.BITS) {
            throw new IllegalArgumentException(
                    "distance is %d, must be 0 to %d".formatted(distance, Fingerprint.BITS - 1));
        }
        this.distance = distance;
        this.bands = distance + 1;
        for (int band = 0; band < bands; band++) {
            Map<Long, List<Fingerprint>> byValue = new HashMap<>();
            for (Fingerprint fingerprint : fingerprints) {
                byValue.computeIfAbsent(value(fingerprint, band), value -> new ArrayList<>(1))
                        .add(fingerprint);
            }
            byBand.add(byValue);
        }
    }

    public boolean anyNear(Fingerprint fingerprint) {
        for (int band = 0; band < bands; band++) {
            for (Fingerprint other : byBand.get(band).getOrDefault(value(fingerprint, band), List.of())) {
                if (other.distance(fingerprint) <= distance) {
                    return true;
                }
            }
        }
        return false;
    }

    private long value(Fingerprint fingerprint, int band) {
        int from = band * Fingerprint.BITS / bands;
        int width = (band + 1) * Fingerprint.BITS / bands - from;
        // A shift by 64 would be one by 0.
        return width == Fingerprint.BITS ? fingerprint.bits() : fingerprint.bits() >>> from & (1L << width) - 1;
    }
}
