package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * Names the very images that versions were compared on.
 *
 * @param nextOffset the offset after the last record of the labelled-image topic that it takes in
 * @param images how many
 * @param digest SHA-256 over the lines {@code <image id> <label>} in the order of the ids
 */
public record HoldOutSnapshot(long nextOffset, int images, String digest) {

    public HoldOutSnapshot {
        Checks.atLeast("nextOffset", nextOffset, 0);
        Checks.atLeast("images", images, 0);
        Checks.sha256("digest", digest);
    }
}
