package io.hone.platform.access;

/** Paths whose methods ask for an {@link OwnProof} in place of a key. */
@FunctionalInterface
public interface OpenPath {

    /** @param path normalized, without its query */
    boolean includes(String path);
}
