package io.hone.contracts.recipe;

/** Which older images a run trains on again. */
public enum ReplayStrategy {
    /** Drawn evenly from all older images, as a reservoir sample is. */
    RESERVOIR,
    /** As many of each class as there are, up to the same number. */
    CLASS_BALANCED,
    /** Drawn evenly from the latest of the older images. */
    RECENT,
    /** All older images, whatever the share. */
    ALL
}
