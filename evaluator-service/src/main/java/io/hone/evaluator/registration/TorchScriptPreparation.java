package io.hone.evaluator.registration;

import io.hone.registry.version.Origin;
import io.hone.registry.version.Origin.LaidWeights;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.NoHeadException;
import io.hone.vision.archive.NotTorchScriptException;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.UnusableModelException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First what can be told without native code, then weights, then the head, then the proof: the engine loads the result
 * and classifies a blank image, and loads it once more for training.
 */
public final class TorchScriptPreparation implements BasePreparation {

    private static final Logger LOG = LoggerFactory.getLogger(TorchScriptPreparation.class);

    private final Classifiers classifiers;
    private final TrainingProof training;

    public TorchScriptPreparation(Classifiers classifiers) {
        this.classifiers = classifiers;
        this.training = new TrainingProof(classifiers);
    }

    @Override
    public PreparedBase prepare(NewModel model, Path folder) {
        NewBase given = model.base();
        Head head = head(given);
        Path laid = folder.resolve("laid.pt");
        Optional<LaidWeights> weights = given.weights().map(file -> GivenWeights.lay(given.torchScript(), file, laid));
        Path whole = weights.isPresent() ? laid : given.torchScript();
        Path base = FreshHead.ifWanted(model, head, whole, folder.resolve("headed.pt"));
        requireClassifier(base, model);
        training.require(model, head, base);
        boolean isReplaced = given.replaceHead();
        return new PreparedBase(
                base,
                isReplaced || weights.isPresent()
                        ? Optional.of(new Origin(
                                given.sha256(), isReplaced ? Optional.of(head.classes()) : Optional.empty(), weights))
                        : Optional.empty());
    }

    private static Head head(NewBase base) {
        try {
            TorchScriptArchive archive = TorchScriptArchive.read(base.torchScript());
            return base.head().map(archive::head).orElseGet(archive::head);
        } catch (NotTorchScriptException e) {
            throw new UnusableBaseException("torchScript", "not-torch-script", "torchScript " + withoutFileName(e), e);
        } catch (NoHeadException e) {
            String field = base.head().isPresent() ? "head" : "torchScript";
            throw new UnusableBaseException(field, "no-head", "%s: %s".formatted(field, e.getMessage()), e);
        }
    }

    /** The upload's name on this machine says nothing to who sent it. */
    private static String withoutFileName(NotTorchScriptException e) {
        return e.getCause() instanceof NotTorchScriptException inner ? inner.getMessage() : e.getMessage();
    }

    private void requireClassifier(Path base, NewModel model) {
        try (Classifier tried =
                classifiers.load(base, model.preprocessing(), model.classes().size())) {
            LOG.debug("base classifies a blank image: model={} device={}", model.name(), tried.device());
        } catch (UnusableModelException e) {
            throw UnusableBaseException.unusable(base, e);
        }
    }
}
