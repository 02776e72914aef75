package io.hone.trainer.finetune;

import io.hone.images.Pixels;

/** The images of a run, by position. */
public interface TrainingImages {

    int count();

    Pixels pixels(int position);

    int classId(int position);
}
