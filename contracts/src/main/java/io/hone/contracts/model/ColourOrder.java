package io.hone.contracts.model;

/** In which order a model's three input channels hold the colours. */
public enum ColourOrder {
    RGB,
    BGR
}
