package io.hone.registry.evaluation;

/** How far a version's verdict has come. */
public sealed interface Progress {

    /** @param nextOffset of the largest snapshot of the hold-out that was not enough */
    record Postponed(long nextOffset) implements Progress {}

    /** Decided, but perhaps not everybody was told yet. */
    record Concluded() implements Progress {}

    /** Decided and told. */
    record Settled() implements Progress {}
}
