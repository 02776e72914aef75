package io.hone.trainer.run;

import io.hone.vision.store.ImageStore;

/** Something besides runs that wants the device for itself. */
public interface DeviceWork {

    /** @param cancellation requested when the process ends or the model moves away: the store is then about to close */
    void carryOut(ImageStore store, Cancellation cancellation);
}
