package io.hone.cli.service;

/**
 * What the trainer has read of a model's stream.
 *
 * @param newImages those that no run has trained on
 */
public record TrainingImages(int images, int newImages, long nextOffset) {}
