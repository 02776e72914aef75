package io.hone.evaluator.drift;

import io.hone.evaluator.drift.Answer.Opinion;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
        List<Opinion> said;
        try {
            said = opinions(champion.manifest(), asked);
        } catch (UnaskableVersionException e) {
            if (champion.equals(line.head())) {
                throw e;
            }
            return unpredicted(asked);
        }
        Optional<List<Opinion>> previous = asked.stream().anyMatch(onProbation)
                ? line.previous()
                        .filter(link -> link.mayPredict(asked.get(0).image().offset()))
                        .flatMap(link -> opinionsIfAskable(link.manifest(), asked))
                : Optional.empty();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int number = i;
            Arrival arrival = asked.get(i);
            answers.add(new Answer(
                    arrival.image(),
                    result(champion.manifest(), arrival, isRight(said.get(i), arrival)),
                    Optional.of(champion),
                    Optional.of(said.get(i)),
                    previous.filter(all -> onProbation.test(arrival)).map(all -> isRight(all.get(number), arrival))));
        }
        return answers;
    }

    private Optional<List<Opinion>> opinionsIfAskable(Manifest version, List<Arrival> asked) {
        try {
            return Optional.of(opinions(version, asked));
        } catch (UnaskableVersionException e) {
            return Optional.empty();
        }
    }

    private List<Opinion> opinions(Manifest version, List<Arrival> asked) {
        PixelBatch batch = PixelBatch.of(asked.stream().map(Arrival::pixels).toList());
        Predictions predictions = versions.of(version).predict(batch);
        return IntStream.range(0, asked.size())
                .mapToObj(i -> {
                    int top = predictions.top(i);
                    return new Opinion(version.classes().label(top), predictions.probability(i, top));
                })
                .toList();
    }

    private static boolean isRight(Opinion said, Arrival arrival) {
        return said.label().equals(arrival.image().label());
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
