package io.hone.trainer.finetune;

import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.Schedule;
import io.hone.contracts.recipe.Weights;
import io.hone.contracts.run.CurvePoint;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.TrainableClassifier;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains by gradients as a recipe says: takes steps, looks at the validation slice, keeps the best weights, writes
 * snapshots and goes on from them.
 */
public final class FineTuning {

    private static final Logger LOG = LoggerFactory.getLogger(FineTuning.class);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);
    private static final String LAST = "last.pt";

    private final String run;
    private final Recipe recipe;
    private final int iterations;
    private final Preprocessing preprocessing;
    private final RunFolder folder;
    private final Duration snapshotEvery;
    private final ProgressListener listener;
    private final BooleanSupplier cancelled;
    private final InstantSource clock;

    /**
     * @param iterations steps in all
     * @param folder where the run keeps snapshots; one that an earlier attempt left there is taken up
     * @param snapshotEvery how much work may be lost when the process is killed
     * @param cancelled asked before each step
     */
    public FineTuning(
            String run,
            Recipe recipe,
            int iterations,
            Preprocessing preprocessing,
            RunFolder folder,
            Duration snapshotEvery,
            ProgressListener listener,
            BooleanSupplier cancelled,
            InstantSource clock) {
        this.run = run;
        this.recipe = recipe;
        this.iterations = iterations;
        this.preprocessing = preprocessing;
        this.folder = folder;
        this.snapshotEvery = snapshotEvery;
        this.listener = listener;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /**
     * @return the weights lie in the run's folder
     * @throws RunCancelledException if it was stopped before its end; a snapshot of where it stood lies in the folder
     * @throws DivergedException if the loss grows beyond all bounds
     */
    public Trained train(TrainableClassifier classifier, TrainingImages images) throws RunCancelledException {
        return train(
                classifier,
                images,
                Slice.of(images.classIds(), recipe.validation().share(), recipe.seed()));
    }

    /** On a slice of the caller's own. */
    public Trained train(TrainableClassifier classifier, TrainingImages images, Slice slice)
            throws RunCancelledException {
        Validator validator = new Validator(images, slice.validation(), recipe.batchSize());
        String digest = images.digest();
        RunState state = folder.resume(classifier, digest, keepsBest()).orElseGet(() -> RunState.start(digest));
        try (Batches batches =
                new Batches(images, slice.training(), recipe, preprocessing, state.iteration() + 1, iterations)) {
            state = train(state, classifier, batches, validator);
        }
        return trained(state, classifier);
    }

    private RunState train(RunState start, TrainableClassifier classifier, Batches batches, Validator validator)
            throws RunCancelledException {
        RunState state = start;
        Schedule schedule = recipe.schedule();
        Meter meter = new Meter(clock);
        Instant written = clock.instant();
        while (state.iteration() < iterations && !isGivenUp(state)) {
            if (cancelled.getAsBoolean()) {
                folder.write(state, classifier);
                throw new RunCancelledException(run, state.iteration());
            }
            int iteration = state.iteration() + 1;
            Batch batch = batches.next();
            float loss = classifier.step(batch.pixels(), batch.classIds(), schedule.factor(iteration, iterations));
            requireFinite(loss, iteration);
            meter.add(loss, batch.classIds().length);
            state = state.stepped(loss);
            boolean looks = isLookDue(iteration);
            if (looks) {
                state = look(state, classifier, validator);
            }
            if (looks || iteration == start.iteration() + 1 || meter.elapsed().compareTo(PROGRESS_EVERY) >= 0) {
                tell(state, meter, looks);
                meter = new Meter(clock);
            }
            boolean goesOn = iteration < iterations && !isGivenUp(state);
            if (goesOn && Duration.between(written, clock.instant()).compareTo(snapshotEvery) >= 0) {
                writeSnapshot(state, classifier);
                written = clock.instant();
            }
        }
        return state;
    }

    /** A full disk is no reason to throw away what has been learnt. */
    private void writeSnapshot(RunState state, TrainableClassifier classifier) {
        try {
            folder.write(state, classifier);
        } catch (UncheckedIOException e) {
            LOG.warn(
                    "No snapshot at iteration {}, the next is tried in {}; make room on the disk: {}",
                    state.iteration(),
                    snapshotEvery,
                    e.getMessage());
        }
    }

    private void requireFinite(float loss, int iteration) {
        if (!Float.isFinite(loss)) {
            throw new DivergedException(loss, iteration, recipe.rates());
        }
    }

    /** Spread evenly over the run, the last of them at its end. */
    private boolean isLookDue(int iteration) {
        long times = Math.min(recipe.validation().times(), iterations);
        return iteration * times / iterations > (iteration - 1) * times / iterations;
    }

    private RunState look(RunState before, TrainableClassifier classifier, Validator validator) {
        RunState state = before.looked(validator.look(classifier));
        boolean mayBeTheLast = state.iteration() == iterations || isGivenUp(state);
        if (keepsBest() && state.isBest() && !mayBeTheLast) {
            folder.writeBest(state, classifier);
        }
        return state;
    }

    private boolean keepsBest() {
        return recipe.get(RecipeKeys.WEIGHTS) == Weights.BEST;
    }

    private boolean isGivenUp(RunState state) {
        int patience = recipe.validation().patience();
        return patience > 0 && state.looksSinceBest() >= patience;
    }

    private void tell(RunState state, Meter meter, boolean looked) {
        listener.progressed(new Progress(
                state.iteration(), iterations, meter.meanLoss(), meter.imagesPerSecond(), state.curve(), looked));
    }

    private Trained trained(RunState state, TrainableClassifier classifier) {
        boolean earlier = keepsBest() && state.best().isPresent() && !state.isBest();
        CurvePoint point = (earlier ? state.best() : state.lastPoint()).orElseThrow();
        Path weights = earlier ? folder.best(state) : folder.file(LAST);
        if (!earlier) {
            classifier.save(weights);
        }
        return new Trained(
                weights,
                state.iteration(),
                point.iteration(),
                point.loss(),
                point.validationAccuracy(),
                state.curve(),
                Optional.empty());
    }
}
