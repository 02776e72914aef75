package io.hone.trainer.finetune;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.registry.version.Manifest;
import io.hone.trainer.plan.Growth;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.HeadSurgery;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.LayerRates;
import io.hone.vision.classifier.Solver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The network that a run starts from, as it lies on disk. */
public record Base(
        Path torchScript, Optional<String> headName, Head head, Classes classes, Preprocessing preprocessing) {

    public Base {
        Checks.present("torchScript", torchScript);
        Checks.present("headName", headName);
        Checks.present("head", head);
        Checks.present("classes", classes);
        Checks.present("preprocessing", preprocessing);
    }

    /** @throws io.hone.vision.archive.NoHeadException if the network has no head that could be trained */
    public static Base of(Path torchScript, Manifest version) {
        return of(torchScript, version.head(), version.classes(), version.preprocessing());
    }

    /** @param headName of the head's module; when absent, the last linear layer is the head */
    public static Base of(Path torchScript, Optional<String> headName, Classes classes, Preprocessing preprocessing) {
        TorchScriptArchive archive = TorchScriptArchive.read(torchScript);
        Head head = headName.map(archive::head).orElseGet(archive::head);
        return new Base(torchScript, headName, head, classes, preprocessing);
    }

    /**
     * With a row in the head for each new class, and nothing else changed.
     *
     * @param to where the grown network is written
     * @param seed of the new rows
     */
    public Base grown(List<String> newClasses, Path to, long seed) {
        if (newClasses.isEmpty()) {
            return this;
        }
        HeadSurgery.grow(torchScript, to, head, newClasses.size(), seed);
        return of(to, headName, Growth.grown(classes, newClasses), preprocessing);
    }

    /** The same network with other numbers in its head. */
    public Base with(Path otherNumbers) {
        return new Base(otherNumbers, headName, head, classes, preprocessing);
    }

    /** What the file holds. */
    public TorchScriptArchive archive() {
        return TorchScriptArchive.read(torchScript);
    }

    /** What learns how fast: of the recipe <em>partial</em>, the frozen layers not at all. */
    public Solver solver(Recipe recipe) {
        TorchScriptArchive archive = archive();
        Set<String> frozen = recipe.kind() == Kind.PARTIAL
                ? recipe.get(RecipeKeys.FROZEN).among(archive.layers(), head.module())
                : Set.of();
        return new Solver(
                recipe.optimizer(),
                recipe.get(RecipeKeys.DECAY_ALL),
                LayerRates.of(archive.tensors(), head, recipe.rates(), frozen),
                recipe.gradientClip(),
                recipe.get(RecipeKeys.LABEL_SMOOTHING));
    }
}
