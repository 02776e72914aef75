package io.hone.trainer.finetune;

import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Length;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.contracts.recipe.Recipe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How runs train. */
@ConfigMapping(prefix = "hone.recipe")
public interface RecipeConfig {

    /** Passes over a run's images, unless {@code iterations} is set. */
    @WithDefault("5")
    int epochs();

    /** Steps, in place of {@code epochs}. */
    OptionalInt iterations();

    /** Images a step. */
    @WithDefault("64")
    int batchSize();

    RatesConfig rates();

    OptimizerConfig optimizer();

    AugmentationConfig augmentation();

    /** Share of a run's images that are older ones. */
    @WithDefault("0.3")
    double replayShare();

    /** Of order, replay choice and augmentation. */
    @WithDefault("42")
    long seed();

    /** Learning rates. */
    interface RatesConfig {

        /** Of all layers below the head: 10 to 100 times lower than from scratch. */
        @WithDefault("0.005")
        double backbone();

        /** Of the last classification layer. */
        @WithDefault("0.05")
        double head();
    }

    /** How gradients become steps. */
    interface OptimizerConfig {

        @WithDefault("sgd")
        Name name();

        @WithDefault("0.0005")
        double weightDecay();

        /** Of sgd. */
        @WithDefault("0.9")
        double momentum();

        /** Of adamw. */
        @WithDefault("0.9")
        double beta1();

        /** Of adamw. */
        @WithDefault("0.999")
        double beta2();

        /** Of adamw. */
        @WithDefault("1e-8")
        double epsilon();

        enum Name {
            SGD,
            ADAMW
        }

        default Optimizer optimizer() {
            return switch (name()) {
                case SGD -> new Optimizer.Sgd(momentum(), weightDecay());
                case ADAMW -> new Optimizer.AdamW(beta1(), beta2(), epsilon(), weightDecay());
            };
        }
    }

    /** How training images are varied. */
    interface AugmentationConfig {

        /** Mirror left and right. */
        @WithDefault("true")
        boolean flip();

        /** Border from which windows of the original size are cut, in pixels; 0 for none. */
        @WithDefault("4")
        int cropPadding();
    }

    /** @throws IllegalArgumentException if a value is out of its range; the message names it */
    default Recipe recipe() {
        Length length =
                iterations().isPresent() ? new Length.Iterations(iterations().getAsInt()) : new Length.Epochs(epochs());
        return new Recipe(
                length,
                batchSize(),
                optimizer().optimizer(),
                new Rates(rates().backbone(), rates().head()),
                new Augmentation(augmentation().flip(), augmentation().cropPadding()),
                replayShare(),
                seed());
    }
}
