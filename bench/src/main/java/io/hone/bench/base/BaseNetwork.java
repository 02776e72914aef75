package io.hone.bench.base;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.Setting;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.GradientTraining;
import io.hone.bench.training.MemoryImages;
import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.plan.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * The network that later ones start from: trained from scratch on five classes. Trained once, and kept for whoever wants
 * it next.
 */
public final class BaseNetwork {

    private static final int ITERATIONS = 2400;
    private static final int TOLD_EVERY = 300;

    private final Setting setting;

    public BaseNetwork(Setting setting) {
        this.setting = setting;
    }

    /** What it is trained on. */
    public static Examples images(Setting setting) {
        Examples all = setting.cifar().training(1, Yardstick.BATCHES).of(Yardstick.KNOWN);
        return all.first(setting.scaled(all.size(), 200));
    }

    /** Test images of its classes. */
    public static Examples test(Setting setting) {
        return setting.cifar().test().firstOfEach(Yardstick.KNOWN.labels(), setting.scaled(1000, 40));
    }

    public Path torchScript() {
        Path kept = setting.kept("base-seed%d-quick%d.pt".formatted(setting.seed(), setting.quick()));
        if (Files.exists(kept)) {
            setting.say("Base: %s, trained earlier", kept);
        } else {
            train(kept);
        }
        return kept;
    }

    private void train(Path to) {
        Path folder = setting.emptied("base");
        Path untrained = folder.resolve("untrained.pt");
        setting.network().fresh(Yardstick.KNOWN.size(), untrained, setting.seed());
        Examples images = images(setting);
        MemoryImages training = new MemoryImages(images, Yardstick.KNOWN);
        setting.say("Base: training from scratch on %d images of %s", images.size(), Yardstick.KNOWN.labels());
        GradientTraining.Result result = new GradientTraining(setting.classifiers(), this::tell)
                .train(
                        Base.of(untrained, Optional.empty(), Yardstick.KNOWN, Cifar.PREPROCESSING),
                        recipe(),
                        training,
                        Slice.of(training.classIds(), 0, setting.seed()),
                        folder.resolve("run"));
        double accuracy =
                new Accuracy(setting.classifiers()).of(result.trained().torchScript(), Yardstick.KNOWN, test(setting));
        setting.say(
                "Base: %s right on its own test images after %s (PyTorch: 81.2 %% after 443 s)",
                Setting.percent(accuracy), Setting.seconds(result.seconds()));
        try {
            Files.move(result.trained().torchScript(), to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to, e);
        }
    }

    private Recipe recipe() {
        return Yardstick.recipe(Map.of(
                "iterations",
                setting.scaled(ITERATIONS, 20),
                "schedule.name",
                "step",
                "schedule.steps",
                "%s,%s".formatted(1600 / 2400.0, 2100 / 2400.0),
                "schedule.factor",
                0.1,
                "validation.times",
                Math.max(1, setting.scaled(ITERATIONS, 1) / TOLD_EVERY),
                "seed",
                setting.seed()));
    }

    private void tell(Progress progress) {
        progress.point()
                .ifPresent(point ->
                        setting.say("  %d/%d loss %.3f", point.iteration(), progress.iterations(), point.loss()));
    }
}
