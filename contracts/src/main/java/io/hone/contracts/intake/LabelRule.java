package io.hone.contracts.intake;

/** Which label holds where annotators say different things about an image. */
public enum LabelRule {
    /** The last one given. */
    LAST,
    /** The one that most annotators give, by the last label of each; of several, the one given last. */
    MAJORITY,
    /** The last one given by a trusted annotator. */
    TRUSTED
}
