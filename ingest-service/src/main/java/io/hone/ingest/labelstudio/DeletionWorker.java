package io.hone.ingest.labelstudio;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Corrections;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.Withdrawal;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskWorker;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back what deleted annotations said. An image about which nobody says anything any more leaves the stream. */
@Singleton
class DeletionWorker implements TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionWorker.class);

    private final Corrections corrections;
    private final Annotations annotations;
    private final Intake intake;
    private final IntakeMetrics metrics;

    DeletionWorker(Corrections corrections, Annotations annotations, Intake intake, IntakeMetrics metrics) {
        this.corrections = corrections;
        this.annotations = annotations;
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return AnnotationTask.DELETED;
    }

    @Override
    public void work(Task task) {
        ModelName model = task.model();
        Optional<Withdrawal> withdrawal = corrections.withdraw(intake.require(model), task.id());
        annotations.forget(model, task.id());
        if (withdrawal.isEmpty()) {
            LOG.info("deleted annotation had given no label: model={} annotation={}", model, task.id());
            return;
        }
        LOG.info(
                "annotation taken back: model={} image={} annotation={}",
                model,
                withdrawal.get().image(),
                task.id());
        if (withdrawal.get().removed()) {
            metrics.removed(model);
        }
    }
}
