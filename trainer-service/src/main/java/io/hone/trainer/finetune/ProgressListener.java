package io.hone.trainer.finetune;

/** Told how a run gets on, about once a second and whenever a point of its curve is drawn. */
public interface ProgressListener {

    void progressed(Progress progress);
}
