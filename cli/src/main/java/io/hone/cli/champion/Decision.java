package io.hone.cli.champion;

/**
 * What a person decided about a model's champion or candidate.
 *
 * @param what {@code rollback}, {@code promote}, {@code approve} or {@code reject}
 * @param version null for the one before the champion
 * @param reason null where none was given
 * @param done what the version is from now on, such as {@code is champion}
 * @param refused what is said when the evaluator does not carry it out
 * @param hint what to do then
 */
record Decision(String what, Integer version, String reason, String done, String refused, String hint) {}
