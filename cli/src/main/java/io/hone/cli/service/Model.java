package io.hone.cli.service;

/** A registered model, as the evaluator tells of it. */
public record Model(String model, Champion champion, int versions, int holdOutImages) {

    /** @param at when it became champion, ISO 8601 */
    public record Champion(int version, Integer previousVersion, String at, String move, String reason) {}
}
