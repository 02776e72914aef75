package io.hone.ingest.labelstudio;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskWorker;
import io.hone.ingest.task.UnusableTaskException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what deleted annotations said. Where the tool has another annotation of the image, that one's label holds
 * again; where it has none, the image leaves the stream.
 */
@Singleton
class DeletionWorker implements TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionWorker.class);
    private static final Comparator<Annotations.Kept> BY_AGE =
            Comparator.comparing(kept -> kept.said().updated().orElse(Instant.MIN));

    private final LabelStudioTools tools;
    private final LabelWorker labels;
    private final Annotations annotations;
    private final Intake intake;
    private final IntakeMetrics metrics;

    DeletionWorker(
            LabelStudioTools tools, LabelWorker labels, Annotations annotations, Intake intake, IntakeMetrics metrics) {
        this.tools = tools;
        this.labels = labels;
        this.annotations = annotations;
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return AnnotationTask.DELETED;
    }

    @Override
    public void work(Task task) throws UnusableTaskException {
        ModelName model = task.model();
        Optional<Annotations.Kept> deleted = annotations.find(model, task.id());
        if (deleted.isEmpty()) {
            LOG.info("deleted annotation had given no label: model={} annotation={}", model, task.id());
            return;
        }
        Optional<LabelStudioTool> tool = tools.named(task.tool());
        Optional<Annotations.Kept> next =
                tool.flatMap(same -> newestOther(model, deleted.get(), AnnotationTask.prefix(same)));
        if (next.isPresent()) {
            annotations.keep(
                    model,
                    labels.take(model, next.get().id(), tool.get(), next.get().said()));
        } else {
            remove(model, deleted.get());
        }
        annotations.forget(model, deleted.get());
    }

    private Optional<Annotations.Kept> newestOther(ModelName model, Annotations.Kept deleted, String prefix) {
        return annotations.of(model, deleted.image()).stream()
                .filter(other -> other.id().startsWith(prefix) && !other.id().equals(deleted.id()))
                .max(BY_AGE);
    }

    private void remove(ModelName model, Annotations.Kept deleted) {
        intake.remove(model, deleted.image());
        metrics.removed(model);
        LOG.info("image taken back: model={} image={} annotation={}", model, deleted.image(), deleted.id());
    }
}
