package io.hone.contracts.policy;

/** Who has the last word about a candidate that meets every rule. */
public enum Mode {
    /** Nobody: it becomes champion. */
    AUTOMATIC,
    /** A person, who approves or rejects it. */
    MANUAL
}
