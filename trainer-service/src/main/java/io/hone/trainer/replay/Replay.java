package io.hone.trainer.replay;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.ReplayRule;
import io.hone.contracts.recipe.ReplayStrategy;
import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import io.hone.vision.store.StoredImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Older images trained on again, so that what was learnt from them is not forgotten.
 *
 * @param seed of the draw
 */
public record Replay(ReplayRule rule, long seed) {

    public Replay {
        Checks.present("replay", rule);
    }

    /** Fitting a head to cached features costs next to nothing an image: it takes all there are. */
    public static Replay of(Recipe recipe) {
        ReplayRule rule = recipe.replay();
        return new Replay(
                recipe.kind() == Kind.HEAD ? new ReplayRule(ReplayStrategy.ALL, rule.share(), rule.window()) : rule,
                recipe.seed());
    }

    /**
     * As many of {@code older} as the share asks for beside {@code newImages}, or all there are. Beside new classes, of
     * each known class as many as of a new one: else the network would unlearn what it is not shown.
     *
     * @param older in the order of their arrival
     * @param newClasses that enter the model by this run
     * @param ofNewClasses images of these among the new ones
     * @return in the order of their ids
     */
    public List<StoredImage> choose(List<StoredImage> older, int newImages, int newClasses, int ofNewClasses) {
        int wanted = (int) Math.min(older.size(), Math.round(newImages * rule.share() / (1 - rule.share())));
        List<StoredImage> chosen =
                switch (rule.strategy()) {
                    case RESERVOIR -> draw(older, wanted);
                    case RECENT -> draw(older.subList(Math.max(0, older.size() - rule.window()), older.size()), wanted);
                    case CLASS_BALANCED -> balanced(older, wanted);
                    case ALL -> older;
                };
        List<StoredImage> kept = beside(newClasses, ofNewClasses, older);
        return (kept.size() > chosen.size() ? kept : chosen)
                .stream().sorted(Comparator.comparing(StoredImage::id)).toList();
    }

    /** Without new classes, or without any replay asked for, none. */
    private List<StoredImage> beside(int newClasses, int ofNewClasses, List<StoredImage> older) {
        if (newClasses == 0 || rule.share() == 0) {
            return List.of();
        }
        long known = older.stream().map(StoredImage::label).distinct().count();
        return balanced(older, (int) Math.min(older.size(), known * ofNewClasses / newClasses));
    }

    /** Evenly, without putting back: what Vitter's reservoir of that size would hold after the whole stream. */
    private List<StoredImage> draw(List<StoredImage> from, int wanted) {
        return Draw.front(new ArrayList<>(from), wanted, Draw.of(seed, Purpose.REPLAY));
    }

    /** The rarest class first: what it does not use up of its part, the others share. */
    private List<StoredImage> balanced(List<StoredImage> older, int wanted) {
        Collection<List<StoredImage>> classes = older.stream()
                .collect(Collectors.groupingBy(StoredImage::label, TreeMap::new, Collectors.toList()))
                .values();
        List<List<StoredImage>> rarestFirst =
                classes.stream().sorted(Comparator.comparingInt(List::size)).toList();
        SplittableRandom random = Draw.of(seed, Purpose.REPLAY);
        List<StoredImage> chosen = new ArrayList<>();
        int left = rarestFirst.size();
        for (List<StoredImage> images : rarestFirst) {
            int part = (wanted - chosen.size() + left - 1) / left;
            chosen.addAll(Draw.front(new ArrayList<>(images), part, random));
            left--;
        }
        return chosen;
    }
}
