package io.hone.evaluator.registration;

import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.LayerRates;
import io.hone.vision.classifier.Solver;
import io.hone.vision.classifier.UnusableModelException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Finds out whether a model's runs could train its base as its recipe says: now, and not when images have been gathered
 * for weeks. What the trainer's own settings add is found by the trainer only.
 */
final class TrainingProof {

    private final Classifiers classifiers;

    TrainingProof(Classifiers classifiers) {
        this.classifiers = classifiers;
    }

    /** @throws UnusableBaseException if they could not */
    void require(NewModel model, Head head, Path base) {
        Recipe recipe = new Recipe(model.recipe());
        TorchScriptArchive archive = TorchScriptArchive.read(base);
        try {
            Solver solver = solver(recipe, archive, head);
            if (recipe.kind() != Kind.HEAD) {
                requireTrainable(model, base, solver);
            }
        } catch (UnusableModelException e) {
            throw UnusableBaseException.unusable(base, e);
        } catch (IllegalArgumentException e) {
            throw new UnusableBaseException("recipe", "recipe-does-not-fit", "recipe: " + e.getMessage(), e);
        }
    }

    /** Frozen layers are looked for by any recipe: a later one may be <em>partial</em>. */
    private static Solver solver(Recipe recipe, TorchScriptArchive archive, Head head) {
        Set<String> frozen = recipe.get(RecipeKeys.FROZEN).among(archive.layers(), head.module());
        return new Solver(
                recipe.optimizer(),
                recipe.get(RecipeKeys.DECAY_ALL),
                LayerRates.of(
                        archive.tensors(), head, recipe.rates(), recipe.kind() == Kind.PARTIAL ? frozen : Set.of()),
                recipe.gradientClip(),
                recipe.get(RecipeKeys.LABEL_SMOOTHING));
    }

    private void requireTrainable(NewModel model, Path base, Solver solver) {
        int classes = model.classes().size();
        classifiers
                .loadForTraining(base, model.preprocessing(), classes, solver)
                .close();
    }
}
