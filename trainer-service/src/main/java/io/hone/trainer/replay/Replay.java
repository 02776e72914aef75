package io.hone.trainer.replay;

import io.hone.contracts.Checks;
import io.hone.vision.store.StoredImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Older images trained on again, so that what was learnt from them is not forgotten: drawn evenly from all there are.
 *
 * @param share of a run's images that are older ones, 0 to 0.95
 * @param seed of the draw
 */
public record Replay(double share, long seed) {

    public Replay {
        Checks.within("replayShare", share, 0, 0.95);
    }

    /** As many of {@code older} as the share asks for beside {@code newImages}, or all; in the order of their ids. */
    public List<StoredImage> choose(List<StoredImage> older, int newImages) {
        int wanted = (int) Math.min(older.size(), Math.round(newImages * share / (1 - share)));
        List<StoredImage> drawn = new ArrayList<>(older);
        Random random = new Random(seed);
        for (int i = 0; i < wanted; i++) {
            drawn.set(i, drawn.set(i + random.nextInt(drawn.size() - i), drawn.get(i)));
        }
        return drawn.subList(0, wanted).stream()
                .sorted(Comparator.comparing(StoredImage::id))
                .toList();
    }
}
