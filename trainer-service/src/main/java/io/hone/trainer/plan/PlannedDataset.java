package io.hone.trainer.plan;

import io.hone.contracts.Sha256;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Overlap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a manifest says about the images of a plan. */
final class PlannedDataset {

    private PlannedDataset() {}

    static Dataset of(
            String topic,
            long fromOffset,
            long toOffset,
            List<PlannedImage> fresh,
            List<PlannedImage> replayed,
            Overlap overlap) {
        List<PlannedImage> all =
                Stream.concat(fresh.stream(), replayed.stream()).toList();
        return new Dataset(
                topic,
                fromOffset,
                toOffset,
                fresh.size(),
                replayed.size(),
                countByLabel(all),
                Sha256.of(replayed.stream().map(image -> image.id() + "\n").collect(Collectors.joining())),
                countByLabel(replayed),
                Optional.of(new ImageList(all, fresh.size()).digest()),
                overlap);
    }

    private static Map<String, Integer> countByLabel(List<PlannedImage> images) {
        return images.stream().collect(Collectors.toMap(PlannedImage::label, image -> 1, Integer::sum, TreeMap::new));
    }
}
