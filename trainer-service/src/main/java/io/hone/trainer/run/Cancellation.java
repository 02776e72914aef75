package io.hone.trainer.run;

import java.time.Duration;

/** Whether a run has been told to stop. */
public interface Cancellation {

    boolean isRequested();

    /** Waits for it at most so long. */
    boolean isRequestedWithin(Duration time);
}
