package io.hone.vision.classifier;

import ai.djl.pytorch.engine.PtNDArray;

/** @param values in the shape of the parameter */
record Gradient(LearnedParameter parameter, PtNDArray values) {}
