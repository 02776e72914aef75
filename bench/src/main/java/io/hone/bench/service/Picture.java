package io.hone.bench.service;

/** An encoded image and its label. */
public record Picture(byte[] bytes, String label, String contentType) {}
