package io.hone.bench.scratch;

import io.hone.bench.base.Yardstick;
import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.Setting;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.GradientTraining;
import io.hone.bench.training.HeadFirst;
import io.hone.bench.training.MemoryImages;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.plan.Slice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Five classes to be learnt from 500 images each, and a look at every second of their test images after every 25 steps.
 * The looks are for the curve alone: nothing is chosen by them.
 */
final class NewClasses {

    private static final int IMAGES = 500;
    private static final int TEST_IMAGES = 1000;
    private static final int LOOK_EVERY = 25;
    private static final int TOLD_EVERY = 10 * LOOK_EVERY;

    private final Setting setting;
    private final MemoryImages images;
    private final Examples test;
    private final Slice slice;

    NewClasses(Setting setting) {
        this.setting = setting;
        Examples training = setting.cifar()
                .training(1, Yardstick.BATCHES)
                .firstOfEach(Yardstick.NEW.labels(), setting.scaled(IMAGES, 30));
        this.test = setting.cifar()
                .test()
                .firstOfEach(Yardstick.NEW.labels(), setting.scaled(TEST_IMAGES, 40))
                .everySecond();
        this.images = new MemoryImages(training.and(test), Yardstick.NEW);
        this.slice = new Slice(
                IntStream.range(0, training.size()).toArray(),
                IntStream.range(training.size(), images.count()).toArray());
        setting.say("%d training images of %s, %d test images", training.size(), Yardstick.NEW.labels(), test.size());
    }

    /** @param iterations at full length */
    Attempt learn(String name, Path torchScript, Recipe recipe, int iterations, Path folder) {
        setting.say("%s:", name);
        int looks = setting.scaled(iterations, 2 * LOOK_EVERY) / LOOK_EVERY;
        Recipe timed = recipe.with(RecipeKeys.settings(
                Map.of("iterations", looks * LOOK_EVERY, "validation.times", looks, "seed", setting.seed())));
        Base base = Base.of(torchScript, Optional.empty(), Yardstick.NEW, Cifar.PREPROCESSING);
        long begun = System.nanoTime();
        Base start = timed.get(RecipeKeys.HEAD_FIRST) ? withFittedHead(base, timed, folder.resolve("head")) : base;
        double before = (System.nanoTime() - begun) / 1e9;
        GradientTraining.Result result = new GradientTraining(setting.classifiers(), this::tell)
                .train(start, timed, images, slice, folder.resolve("run"));
        return new Attempt(name, result.trained().curve(), before + result.seconds());
    }

    private Base withFittedHead(Base base, Recipe recipe, Path folder) {
        Base fitted = new HeadFirst(setting.device(), folder).fitted(base, recipe, images, slice.training());
        setting.say(
                "  head fitted, test images %s",
                Setting.percent(new Accuracy(setting.classifiers()).of(fitted.torchScript(), Yardstick.NEW, test)));
        return fitted;
    }

    private void tell(Progress progress) {
        progress.point()
                .filter(point -> point.iteration() % TOLD_EVERY == 0)
                .ifPresent(point -> setting.say(
                        "  %d/%d loss %.3f, test images %s",
                        point.iteration(),
                        progress.iterations(),
                        point.loss(),
                        Setting.percent(point.validationAccuracy().orElseThrow())));
    }
}
