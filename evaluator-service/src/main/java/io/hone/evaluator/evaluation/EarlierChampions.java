package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.evaluator.report.Pairs;
import io.hone.registry.version.Manifest;
import io.hone.vision.prediction.Answer;
import io.hone.vision.store.StoredImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds who of the earlier champions matters. Of one that could not, even if it were right about every image it has not
 * been asked about, nothing is computed: most fall out that way, and the right one is found all the same.
 */
final class EarlierChampions {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierChampions.class);

    private final Exam exam;
    private final VersionLoader loader;
    private final Paper paper;
    private final Lineup lineup;
    private final SortedSet<Integer> unasked;

    EarlierChampions(Exam exam, VersionLoader loader, Paper paper, Lineup lineup) {
        this.exam = exam;
        this.loader = loader;
        this.paper = paper;
        this.lineup = lineup;
        this.unasked = new TreeSet<>(lineup.unaskable());
    }

    /** @param value what it can reach at most */
    private record Contender(Manifest version, double value) {}

    /** The one that is right most often, and can be loaded: to stand in for a champion that cannot. */
    Optional<Manifest> best() {
        Optional<Manifest> best = Optional.empty();
        int most = -1;
        for (Contender contender : contenders(this::mostCorrect)) {
            if (contender.value() > most) {
                int correct = take(contender.version(), true)
                        .map(AnswerSheet::correct)
                        .orElse(-1);
                if (correct > most) {
                    most = correct;
                    best = Optional.of(contender.version());
                }
            }
        }
        return best;
    }

    /**
     * The one that the candidate stays farthest below, each on the images of the classes that it knows: classes that came
     * later must not hide what was lost on those before them.
     *
     * @return empty when it stays farther below the present champion than below each of them
     */
    Optional<BestSoFar> farthestAbove(AnswerSheet champion, AnswerSheet candidate) {
        Optional<BestSoFar> farthest = Optional.empty();
        double lead = lead(new Pairs(champion, candidate).known());
        for (Contender contender : contenders(version -> mostLead(version, candidate))) {
            if (contender.value() > lead && contender.version().version() != champion.version()) {
                Optional<BestSoFar> asked = take(contender.version(), false)
                        .map(sheet -> new BestSoFar(sheet.version(), new Pairs(sheet, candidate).known()));
                if (asked.isPresent() && lead(asked.get().paired()) > lead) {
                    farthest = asked;
                    lead = lead(asked.get().paired());
                }
            }
        }
        return farthest;
    }

    /** Those that turned out to be broken, or that could not be asked from the start: nobody knows whether they are better. */
    List<Integer> unasked() {
        return List.copyOf(unasked);
    }

    private List<Contender> contenders(ToDoubleFunction<Manifest> most) {
        return lineup.earlier().stream()
                .map(version -> new Contender(version, most.applyAsDouble(version)))
                .sorted(Comparator.comparingDouble(Contender::value).reversed())
                .toList();
    }

    /** What it is right on more than the candidate, as a share of the images that say anything about it. */
    private static double lead(PairedOutcomes known) {
        return known.images() == 0
                ? Double.NEGATIVE_INFINITY
                : (double) (known.onlyChampion() - known.onlyCandidate()) / known.images();
    }

    private int mostCorrect(Manifest version) {
        int most = 0;
        List<Optional<Answer>> answers = exam.known(version, paper);
        for (int i = 0; i < answers.size(); i++) {
            most += mayBeRight(label(version, i), answers.get(i)) ? 1 : 0;
        }
        return most;
    }

    private double mostLead(Manifest version, AnswerSheet candidate) {
        int lead = 0;
        int images = 0;
        List<Optional<Answer>> answers = exam.known(version, paper);
        for (int i = 0; i < answers.size(); i++) {
            OptionalInt label = label(version, i);
            images += label.isPresent() ? 1 : 0;
            lead += mayBeRight(label, answers.get(i)) ? 1 : 0;
            lead -= label.isPresent() && candidate.isRight(i) ? 1 : 0;
        }
        return images == 0 ? Double.NEGATIVE_INFINITY : (double) lead / images;
    }

    private OptionalInt label(Manifest version, int image) {
        StoredImage stored = paper.images().get(image);
        return version.classes().idOf(stored.label());
    }

    private static boolean mayBeRight(OptionalInt label, Optional<Answer> answer) {
        return label.isPresent()
                && answer.map(given -> given.classId() == label.getAsInt()).orElse(true);
    }

    private Optional<AnswerSheet> take(Manifest version, boolean mustLoad) {
        try (Examinee examinee = new Examinee(version, loader)) {
            if (mustLoad) {
                examinee.load();
            }
            return Optional.of(exam.take(examinee, paper));
        } catch (BrokenVersionException e) {
            unasked.add(version.version());
            LOG.warn(
                    "an earlier champion cannot be compared with: model={} version={}: {}",
                    version.model(),
                    version.version(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
