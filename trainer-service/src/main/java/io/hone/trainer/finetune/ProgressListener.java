package io.hone.trainer.finetune;

/** Told how a run gets on. */
public interface ProgressListener {

    /**
     * @param iteration steps done
     * @param loss mean cross-entropy, in nats, over the steps since the last call
     * @param imagesPerSecond over the steps since the last call
     */
    void progressed(int iteration, int iterations, double loss, double imagesPerSecond);
}
