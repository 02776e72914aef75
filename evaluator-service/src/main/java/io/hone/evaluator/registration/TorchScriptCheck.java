package io.hone.evaluator.registration;

import io.hone.vision.archive.Head;
import io.hone.vision.archive.NoHeadException;
import io.hone.vision.archive.NotTorchScriptException;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.UnusableModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** First what can be told without native code, then the proof: the engine loads it and classifies a blank image. */
public final class TorchScriptCheck implements BaseCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TorchScriptCheck.class);

    private final Classifiers classifiers;

    public TorchScriptCheck(Classifiers classifiers) {
        this.classifiers = classifiers;
    }

    @Override
    public void check(NewModel model) {
        int classes = model.classes().size();
        Head head = head(model);
        if (head.classes() != classes) {
            throw new UnusableBaseException(
                    "class-count",
                    "classes names %d, but the head '%s' of torchScript tells %d apart: list one class a line, in the order of the outputs"
                            .formatted(classes, head.module(), head.classes()));
        }
        try (Classifier tried = classifiers.load(model.torchScript(), model.preprocessing(), classes)) {
            LOG.debug("base classifies a blank image: model={} device={}", model.name(), tried.device());
        } catch (UnusableModelException e) {
            throw new UnusableBaseException("unusable-model", "torchScript: " + e.getMessage(), e);
        }
    }

    private static Head head(NewModel model) {
        try {
            return TorchScriptArchive.read(model.torchScript()).head();
        } catch (NotTorchScriptException e) {
            throw new UnusableBaseException("not-torch-script", "torchScript " + withoutFileName(e), e);
        } catch (NoHeadException e) {
            throw new UnusableBaseException("no-head", "torchScript: " + e.getMessage(), e);
        }
    }

    /** The upload's name on this machine says nothing to who sent it. */
    private static String withoutFileName(NotTorchScriptException e) {
        return e.getCause() instanceof NotTorchScriptException inner ? inner.getMessage() : e.getMessage();
    }
}
