package io.hone.evaluator.evaluation;

import io.hone.contracts.model.Classes;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has a part in a candidate's evaluation.
 *
 * @param champion the head of the chain; absent where its manifest is gone
 * @param earlier versions that were champion, the newest first; neither the present one nor the candidate among them
 * @param unaskable earlier ones too, whose manifests are gone, or which are shown images in another way
 */
record Lineup(
        ChampionEntry head,
        Optional<Manifest> champion,
        Manifest candidate,
        List<Manifest> earlier,
        List<Integer> unaskable) {

    static Lineup of(ModelRegistry registry, ChampionEntry head, Manifest candidate) {
        List<Manifest> earlier = new ArrayList<>();
        List<Integer> unaskable = new ArrayList<>();
        for (int version : before(registry, head, candidate)) {
            registry.versions()
                    .find(head.model(), version)
                    .filter(manifest -> manifest.preprocessing().equals(candidate.preprocessing()))
                    .ifPresentOrElse(earlier::add, () -> unaskable.add(version));
        }
        return new Lineup(head, registry.versions().find(head.model(), head.version()), candidate, earlier, unaskable);
    }

    private static Set<Integer> before(ModelRegistry registry, ChampionEntry head, Manifest candidate) {
        List<ChampionEntry> newestFirst = new ArrayList<>(registry.champions().history(head.model()));
        Collections.reverse(newestFirst);
        Set<Integer> versions = new LinkedHashSet<>();
        newestFirst.forEach(entry -> versions.add(entry.version()));
        versions.remove(head.version());
        versions.remove(candidate.version());
        return versions;
    }

    /** Any of them shows that the engine works. */
    List<Manifest> all() {
        return Stream.of(champion.stream(), Stream.of(candidate), earlier.stream())
                .flatMap(manifests -> manifests)
                .toList();
    }

    /** A class id never changes its meaning: the newest champion whose manifest is there knows what they mean. */
    Optional<Classes> keptClasses() {
        return Stream.concat(champion.stream(), earlier.stream())
                .map(Manifest::classes)
                .findFirst();
    }
}
