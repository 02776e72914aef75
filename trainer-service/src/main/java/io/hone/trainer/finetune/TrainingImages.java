package io.hone.trainer.finetune;

import io.hone.contracts.Sha256;
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

    /** Of ids and classes in their order. */
    default String digest() {
        StringBuilder all = new StringBuilder();
        for (int position = 0; position < count(); position++) {
            all.append(id(position)).append(' ').append(classId(position)).append('\n');
        }
        return Sha256.of(all.toString());
    }

    default int[] classIds() {
        int[] ids = new int[count()];
        for (int position = 0; position < ids.length; position++) {
            ids[position] = classId(position);
        }
        return ids;
    }
}
