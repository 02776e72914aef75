package io.hone.cli.service;

/**
 * An image in a model's quarantine, as ingest tells of it.
 *
 * @param annotator null where nobody is named
 * @param predicted what the champion says instead of the label
 * @param confidence of the champion in that, 0 to 1
 */
public record DoubtedImage(
        String id,
        String label,
        String annotator,
        String predicted,
        double confidence,
        int champion,
        String doubtedAt) {}
