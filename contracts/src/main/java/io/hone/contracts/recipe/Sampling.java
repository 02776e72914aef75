package io.hone.contracts.recipe;

/** In which order a run shows its images to the network. */
public enum Sampling {
    /** Each image once an epoch. */
    SHUFFLED,
    /** Every class equally often: images of rare classes are shown several times an epoch. */
    CLASS_BALANCED
}
