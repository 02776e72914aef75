package io.hone.contracts.recipe;

/** What becomes of training images that look almost like one of the hold-out. */
public enum NearDuplicates {
    /** They are not trained on. */
    LEAVE_OUT,
    /** They are trained on, and counted. */
    COUNT,
    /** Nobody looks for them. */
    OFF
}
