package io.hone.evaluator.drift;

import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks champions about images that none of them was trained on. */
final class Examiner {

    private final LoadedVersions versions;

    Examiner(LoadedVersions versions) {
        this.versions = versions;
    }

    /**
     * @param arrivals in the order in which they came in
     * @param onProbation of which of them the previous champion is asked too
     * @return one for each, in their order
     * @throws UnaskableVersionException if the champion is broken: labels wait for it, or for its successor
     */
    List<Answer> answers(ChampionLine line, List<Arrival> arrivals, Predicate<Arrival> onProbation) {
        List<Answer> answers = new ArrayList<>();
        int from = 0;
        while (from < arrivals.size()) {
            Optional<Reign> champion = line.at(arrivals.get(from).image().offset());
            int to = from + 1;
            while (to < arrivals.size()
                    && line.at(arrivals.get(to).image().offset()).equals(champion)) {
                to++;
            }
            List<Arrival> asked = arrivals.subList(from, to);
            answers.addAll(
                    champion.map(link -> ask(line, link, asked, onProbation)).orElseGet(() -> unpredicted(asked)));
            from = to;
        }
        return answers;
    }

    private List<Answer> ask(ChampionLine line, Reign champion, List<Arrival> asked, Predicate<Arrival> onProbation) {
        boolean[] right;
        try {
            right = right(champion.manifest(), asked);
        } catch (UnaskableVersionException e) {
            if (champion.equals(line.head())) {
                throw e;
            }
            return unpredicted(asked);
        }
        Optional<boolean[]> previousRight = asked.stream().anyMatch(onProbation)
                ? line.previous()
                        .filter(link -> link.mayPredict(asked.get(0).image().offset()))
                        .flatMap(link -> rightIfAskable(link.manifest(), asked))
                : Optional.empty();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int number = i;
            Arrival arrival = asked.get(i);
            answers.add(new Answer(
                    arrival.image(),
                    result(champion.manifest(), arrival, right[i]),
                    Optional.of(champion),
                    previousRight.filter(all -> onProbation.test(arrival)).map(all -> all[number])));
        }
        return answers;
    }

    private Optional<boolean[]> rightIfAskable(Manifest version, List<Arrival> asked) {
        try {
            return Optional.of(right(version, asked));
        } catch (UnaskableVersionException e) {
            return Optional.empty();
        }
    }

    private boolean[] right(Manifest version, List<Arrival> asked) {
        PixelBatch batch = PixelBatch.of(asked.stream().map(Arrival::pixels).toList());
        Predictions predictions = versions.of(version).predict(batch);
        boolean[] right = new boolean[asked.size()];
        for (int i = 0; i < right.length; i++) {
            String said = version.classes().label(predictions.top(i));
            right[i] = said.equals(asked.get(i).image().label());
        }
        return right;
    }

    private static Answer.Result result(Manifest champion, Arrival arrival, boolean right) {
        if (champion.classes().idOf(arrival.image().label()).isEmpty()) {
            return Answer.Result.UNKNOWN_CLASS;
        }
        return right ? Answer.Result.RIGHT : Answer.Result.WRONG;
    }

    private static List<Answer> unpredicted(List<Arrival> arrivals) {
        return arrivals.stream().map(Answer::unpredicted).toList();
    }
}
