package io.hone.trainer.finetune;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;
import java.util.Set;

/** The images of a run, by position. May be asked by several threads. */
public interface TrainingImages {

    int count();

    ImageId id(int position);

    Pixels pixels(int position);

    int classId(int position);

    /** Ids of all images that the model's stream still holds, those of the run among them. */
    Set<ImageId> stored();

    default int[] classIds() {
        int[] ids = new int[count()];
        for (int position = 0; position < ids.length; position++) {
            ids[position] = classId(position);
        }
        return ids;
    }
}
