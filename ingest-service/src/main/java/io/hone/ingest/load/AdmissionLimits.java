package io.hone.ingest.load;

import io.hone.contracts.Checks;

/**
 * How much may be under way.
 *
 * @param requestsPerCaller uploads of one caller at the same time, at least 1
 * @param bytes of encoded images that all uploads together may hold in memory, at least 2
 */
public record AdmissionLimits(int requestsPerCaller, long bytes) {

    public AdmissionLimits {
        Checks.atLeast("hone.ingest.requests-per-caller", requestsPerCaller, 1);
        Checks.atLeast("hone.ingest.upload-memory", bytes, 2);
    }

    /** Half of all: the other half is there for the others, whatever one caller does. */
    long bytesPerCaller() {
        return bytes / 2;
    }
}
