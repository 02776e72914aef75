package io.hone.examples;

/**
 * Which version of a model is to be served.
 *
 * @param tag the ETag under which the evaluator told it
 * @param prefix of the version's files in the bucket {@code models}
 * @param sha256 of its {@code model.pt}
 */
public record Champion(String tag, int version, String prefix, String sha256) {}
