package io.hone.cli.status;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.service.Evaluation;
import io.hone.cli.service.Evaluator;
import io.hone.cli.service.Model;
import io.hone.cli.service.Run;
import io.hone.cli.service.Trainer;
import io.hone.cli.service.TrainingImages;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Each model: what it has been taught on, its champion, its last run and its last verdict. */
final class ModelTable {

    private static final String NOTHING = "-";

    private final Evaluator evaluator;
    private final Trainer trainer;

    ModelTable(Evaluator evaluator, Trainer trainer) {
        this.evaluator = evaluator;
        this.trainer = trainer;
    }

    /** Empty when no model is registered. */
    Optional<Table> table() throws ServiceAwayException {
        List<Model> models = evaluator.models();
        Table table =
                new Table("model", "champion", "versions", "training", "new", "hold-out", "last run", "last verdict");
        for (Model model : models) {
            table.row(row(model));
        }
        return models.isEmpty() ? Optional.empty() : Optional.of(table);
    }

    private List<Cell> row(Model model) throws ServiceAwayException {
        Optional<TrainingImages> images = trainer.images(model.model());
        return List.of(
                Cell.of(model.model()),
                Cell.of("version " + model.champion().version()),
                Cell.number(model.versions()),
                Cell.number(images.map(TrainingImages::images).orElse(0)),
                Cell.number(images.map(TrainingImages::newImages).orElse(0)),
                Cell.number(model.holdOutImages()),
                Cell.of(trainer.runs(model.model()).stream()
                        .findFirst()
                        .map(ModelTable::describe)
                        .orElse(NOTHING)),
                Cell.of(evaluator.verdicts(model.model()).stream()
                        .findFirst()
                        .map(ModelTable::describe)
                        .orElse(NOTHING)));
    }

    private static String describe(Run run) {
        if (run.hasFailed()) {
            return "failed: " + run.reason();
        }
        return run.hasFinished()
                ? String.format(Locale.ROOT, "version %d, loss %.3f", run.version(), run.lossOrNaN())
                : String.format(Locale.ROOT, "%s, %d of %d", run.state(), run.iteration(), run.iterations());
    }

    private static String describe(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%d %s: %.1f %% (champion %.1f %%)",
                evaluation.verdict().version(),
                evaluation.verdict().outcome(),
                evaluation.candidate().percent(),
                evaluation.champion().percent());
    }
}
