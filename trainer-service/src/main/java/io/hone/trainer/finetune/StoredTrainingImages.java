package io.hone.trainer.finetune;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.images.Pixels;
import io.hone.trainer.plan.PlannedImage;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.store.Snapshot;
import java.util.List;
import java.util.Set;

/** A plan's images out of the store. */
public final class StoredTrainingImages implements TrainingImages {

    private final Snapshot store;
    private final Set<ImageId> stored;
    private final List<PlannedImage> images;
    private final int[] classIds;

    /**
     * @param plan all of whose images are in the store
     * @param classes that the run trains
     * @param stored ids of all images in the store
     */
    public StoredTrainingImages(RunPlan plan, Classes classes, Snapshot store, Set<ImageId> stored) {
        this.store = store;
        this.stored = Set.copyOf(stored);
        this.images = plan.images();
        this.classIds = images.stream()
                .mapToInt(image -> classes.idOf(image.label()).orElseThrow())
                .toArray();
    }

    @Override
    public int count() {
        return images.size();
    }

    @Override
    public ImageId id(int position) {
        return images.get(position).id();
    }

    @Override
    public Pixels pixels(int position) {
        return store.pixels(id(position));
    }

    @Override
    public int classId(int position) {
        return classIds[position];
    }

    @Override
    public Set<ImageId> stored() {
        return stored;
    }
}
