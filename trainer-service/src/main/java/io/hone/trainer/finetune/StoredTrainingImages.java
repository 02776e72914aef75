package io.hone.trainer.finetune;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.images.Pixels;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.PlannedImage;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan's images out of the store. What has been taken out since the plan was made is not trained on. */
public final class StoredTrainingImages implements TrainingImages {

    private final Snapshot store;
    private final List<PlannedImage> images;
    private final int[] classIds;
    private final Set<ImageId> stored;

    /**
     * @param classes that the run trains
     * @throws NothingToTrainOnException if fewer than two of the plan's images are left
     */
    public StoredTrainingImages(RunPlan plan, Classes classes, Snapshot store) throws NothingToTrainOnException {
        this.stored = store.byArrival().stream().map(StoredImage::id).collect(Collectors.toUnmodifiableSet());
        this.store = store;
        this.images = plan.images().stream()
                .filter(image -> stored.contains(image.id()))
                .toList();
        this.classIds = images.stream()
                .mapToInt(image -> classes.idOf(image.label()).orElseThrow())
                .toArray();
        if (images.size() < 2) {
            throw new NothingToTrainOnException("of the %d images of run %s %d are left, at least 2 are needed"
                    .formatted(plan.images().size(), plan.run(), images.size()));
        }
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
    public Set<ImageId> stored() {
        return stored;
    }

    @Override
    public int classId(int position) {
        return classIds[position];
    }
}
