package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.evaluator.report.Pairs;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.UnusableModelException;
import io.hone.vision.prediction.Answer;
import io.hone.vision.store.StoredImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the best champion so far. Of an earlier one that could not be better, even if it were right about every image it
 * has not been asked about, nothing is computed: most fall out that way, and the best is found all the same.
 */
final class EarlierChampions {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierChampions.class);

    private final Exam exam;
    private final VersionLoader loader;
    private final Paper paper;

    EarlierChampions(Exam exam, VersionLoader loader, Paper paper) {
        this.exam = exam;
        this.loader = loader;
        this.paper = paper;
    }

    /** @param most images that it can be right about */
    private record Contender(Manifest version, int most) {}

    /**
     * @param earlier versions that were champion, the present one not among them
     * @return empty when none is better than the present champion
     */
    Optional<BestSoFar> best(List<Manifest> earlier, AnswerSheet champion, AnswerSheet candidate) {
        List<Contender> contenders = earlier.stream()
                .map(version -> new Contender(version, most(version)))
                .sorted(Comparator.comparingInt(Contender::most).reversed())
                .toList();
        AnswerSheet best = champion;
        for (Contender contender : contenders) {
            if (contender.most() > best.correct()) {
                AnswerSheet sheet = take(contender.version()).orElse(best);
                best = sheet.correct() > best.correct() ? sheet : best;
            }
        }
        return best.version() == champion.version()
                ? Optional.empty()
                : Optional.of(new BestSoFar(best.version(), new Pairs(best, candidate).all()));
    }

    private int most(Manifest version) {
        List<Optional<Answer>> known = exam.known(version, paper);
        int most = 0;
        for (int i = 0; i < known.size(); i++) {
            StoredImage image = paper.images().get(i);
            var label = version.classes().idOf(image.label());
            boolean possible = known.get(i)
                    .map(answer -> label.isPresent() && answer.classId() == label.getAsInt())
                    .orElse(label.isPresent());
            most += possible ? 1 : 0;
        }
        return most;
    }

    /** Empty for a version that cannot be asked any more: it cannot become champion again either. */
    private Optional<AnswerSheet> take(Manifest version) {
        try (Examinee examinee = new Examinee(version, loader)) {
            return Optional.of(exam.take(examinee, paper));
        } catch (CorruptVersionException | UnusableModelException e) {
            LOG.warn(
                    "an earlier champion cannot be compared with: model={} version={}: {}",
                    version.model(),
                    version.version(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
