package io.hone.ingest.labelstudio;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.Corrections;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.task.ImageTaker;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskWorker;
import io.hone.ingest.task.UnusableTaskException;
import io.hone.platform.problem.InvalidFieldException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings annotated images with their labels into the stream. */
@Singleton
class LabelWorker implements TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LabelWorker.class);

    private final LabelStudioTools tools;
    private final ImageTaker images;
    private final Annotations annotations;
    private final Corrections corrections;
    private final Intake intake;

    LabelWorker(
            LabelStudioTools tools,
            ImageTaker images,
            Annotations annotations,
            Corrections corrections,
            Intake intake) {
        this.tools = tools;
        this.images = images;
        this.annotations = annotations;
        this.corrections = corrections;
        this.intake = intake;
    }

    @Override
    public String kind() {
        return AnnotationTask.GIVEN;
    }

    /**
     * What is known already is not fetched again, and what is newer is not overrun: exports tell all once more. One whose
     * task shows another image now says nothing about the first any more.
     */
    @Override
    public void work(Task task) throws UnusableTaskException {
        Annotated annotated = AnnotationTask.annotated(task);
        Optional<Annotations.Kept> kept = annotations.find(task.model(), task.id());
        if (kept.filter(known -> known.said().equals(annotated) || annotated.isOlderThan(known.said()))
                .isPresent()) {
            LOG.debug("annotation is known: model={} task={}", task.model(), task.id());
            return;
        }
        LabelStudioTool tool = tool(task);
        if (kept.filter(known -> !known.said().data().equals(annotated.data())).isPresent()) {
            corrections.withdraw(intake.require(task.model()), task.id());
        }
        annotations.keep(task.model(), take(task.model(), task.id(), tool, annotated));
    }

    private LabelStudioTool tool(Task task) throws UnusableTaskException {
        return tools.named(task.tool())
                .orElseThrow(() -> new UnusableTaskException(
                        "Label Studio '%s' is not set up any more: set %s.%s.address and .secret"
                                .formatted(task.tool(), LabelStudioTool.FAMILY, task.tool())));
    }

    private Annotations.Kept take(ModelName model, String id, LabelStudioTool tool, Annotated annotated)
            throws UnusableTaskException {
        Labelling labelling = labelling(tool, id, annotated);
        Accepted accepted =
                images.take(model, LabelRule.image(tool, annotated), () -> labelling, source(tool, annotated));
        LOG.info(
                "annotated image taken: model={} image={} annotation={} split={}",
                model,
                accepted.id(),
                id,
                accepted.split().wireName());
        return new Annotations.Kept(id, accepted.id(), annotated);
    }

    private static Labelling labelling(LabelStudioTool tool, String id, Annotated annotated)
            throws UnusableTaskException {
        try {
            return LabelRule.labelling(tool, id, annotated);
        } catch (InvalidFieldException e) {
            throw new UnusableTaskException("annotation %s: %s".formatted(annotated.annotation(), e.getMessage()), e);
        }
    }

    private static URI source(LabelStudioTool tool, Annotated annotated) {
        String address = "/label-studio/" + tool.name();
        return URI.create(annotated
                .project()
                .map(project -> address + "/projects/" + project)
                .orElse(address));
    }
}
