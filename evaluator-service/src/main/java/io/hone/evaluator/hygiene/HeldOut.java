package io.hone.evaluator.hygiene;

import io.hone.contracts.image.ImageId;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images of a hold-out snapshot, against which one version's training images after the other are held. */
final class HeldOut {

    private final Snapshot snapshot;
    private final List<StoredImage> images;
    private final Map<ImageId, StoredImage> byId = new HashMap<>();
    private final Set<ImageId> trainedOn = new HashSet<>();
    private final Set<String> groupsTrainedOn = new HashSet<>();

    HeldOut(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.images = snapshot.byArrival();
        images.forEach(image -> byId.put(image.id(), image));
    }

    /**
     * Notes what a version was trained on.
     *
     * @return those of its images that are in no split any more: they were taken out of the stream
     */
    Set<ImageId> note(List<ImageId> trained) {
        Set<ImageId> gone = new HashSet<>();
        for (ImageId id : trained) {
            StoredImage held = byId.get(id);
            if (held != null) {
                trainedOn.add(id);
                held.origin().group().ifPresent(groupsTrainedOn::add);
            } else {
                snapshot.trace(id)
                        .ifPresentOrElse(trace -> trace.group().ifPresent(groupsTrainedOn::add), () -> gone.add(id));
            }
        }
        return gone;
    }

    /**
     * Notes that a version was trained on nobody knows what, up to an offset: it may have been any image that was in
     * another split before.
     */
    void noteUnknown(long toOffset) {
        for (StoredImage image : images) {
            if (snapshot.lastElsewhere(image.id()).orElse(Long.MAX_VALUE) < toOffset) {
                trainedOn.add(image.id());
            }
        }
    }

    /** How far the stream is known. */
    long nextOffset() {
        return snapshot.nextOffset();
    }

    /** Images that nobody was trained on, nor on another of their group. */
    List<StoredImage> clean() {
        return images.stream().filter(this::isClean).toList();
    }

    int size() {
        return images.size();
    }

    private boolean isClean(StoredImage image) {
        Optional<String> group = image.origin().group();
        return !trainedOn.contains(image.id())
                && group.filter(groupsTrainedOn::contains).isEmpty();
    }
}
