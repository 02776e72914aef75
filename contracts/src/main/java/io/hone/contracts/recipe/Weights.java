package io.hone.contracts.recipe;

/** Which of a run's weights become the candidate. */
public enum Weights {
    /** Those that were most often right about the validation slice; of equals the later. */
    BEST,
    LAST
}
