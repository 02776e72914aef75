package io.hone.trainer.finetune;

import io.hone.vision.classifier.PixelBatch;

/** What one step is shown. */
record Batch(PixelBatch pixels, int[] classIds) {}
