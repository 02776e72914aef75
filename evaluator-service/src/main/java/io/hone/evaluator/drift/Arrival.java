package io.hone.evaluator.drift;

import io.hone.images.Pixels;
import io.hone.vision.store.StoredImage;

/** An image with its label, as it came in; at the model's input size. */
record Arrival(StoredImage image, Pixels pixels) {}
