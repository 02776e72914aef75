package io.hone.contracts.recipe;

/** Which layers a run trains, and how. */
public enum Kind {
    /** All layers, the backbone at a lower rate than the head. */
    FULL,
    /** Early layers stay as they are. */
    PARTIAL,
    /** The backbone is a fixed feature extractor; a linear classifier is fitted to its features. */
    HEAD,
    /** One of the others, chosen by how many images there are and how similar they are to what the base knows. */
    AUTO
}
