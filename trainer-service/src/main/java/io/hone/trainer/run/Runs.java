package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.RunPlanner;
import io.hone.trainer.trigger.ModelActivity;
import io.hone.trainer.trigger.TriggerRule;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs, one at a time: those a person asks for, those a rule asks for, and before either those that a killed
 * process has left unfinished.
 */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final FedModels models;
    private final ModelRegistry registry;
    private final RunPlanner planner;
    private final Function<ModelName, Recipe> recipes;
    private final List<TriggerRule> rules;
    private final RunJournal journal;
    private final RunWorker worker;
    private final Executor thread;
    private final InstantSource clock;

    private final Map<ModelName, LastRun> lastRuns = new ConcurrentHashMap<>();
    private final Map<ModelName, ImageStore> lookedThrough = new ConcurrentHashMap<>();

    /**
     * No run could be planned.
     *
     * @param nextOffset of the store then: nothing is planned before more images arrive
     * @param until unless the recipe has been changed meanwhile, so it is looked again after a while
     */
    private record InVain(long nextOffset, Instant until) {}

    private final Map<ModelName, InVain> inVain = new ConcurrentHashMap<>();

    /**
     * @param recipes that hold for a model now: asked anew for each run
     * @param thread the one that trains, and that calls {@link #startWhatIsDue}
     */
    public Runs(
            FedModels models,
            ModelRegistry registry,
            RunPlanner planner,
            Function<ModelName, Recipe> recipes,
            List<TriggerRule> rules,
            RunJournal journal,
            RunWorker worker,
            Executor thread,
            InstantSource clock) {
        this.models = models;
        this.registry = registry;
        this.planner = planner;
        this.recipes = recipes;
        this.rules = List.copyOf(rules);
        this.journal = journal;
        this.worker = worker;
        this.thread = thread;
        this.clock = clock;
    }

    /**
     * Starts a run that a person asked for.
     *
     * @return its name
     * @throws RunUnderWayException if another one is under way
     * @throws NotFedHereException if the model's images are not read by this process
     * @throws NothingToTrainOnException if there are no new images
     */
    public String request(ModelName model) throws NothingToTrainOnException {
        ImageStore store = models.store(model);
        RunSlot.Taken slot = take(model, store).orElseThrow(this::underWay);
        try {
            if (unfinished(model).isPresent()) {
                throw new RunUnderWayException("a run of model '%s' that its process left unfinished".formatted(model));
            }
            RunPlan plan = plan(model, Trigger.PERSON, store);
            thread.execute(() -> carryOut(JournalledRun.planned(plan), store, slot));
            return plan.run();
        } catch (NothingToTrainOnException | RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    /**
     * Carries out something else in a run's place, on the thread that trains.
     *
     * @throws RunUnderWayException if a run is under way
     * @throws NotFedHereException if the model's images are not read by this process
     */
    public void requestWork(ModelName model, DeviceWork work) {
        ImageStore store = models.store(model);
        RunSlot.Taken slot = take(model, store).orElseThrow(this::underWay);
        try {
            thread.execute(() -> {
                try (slot) {
                    work.carryOut(store, slot);
                }
            });
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    private RunUnderWayException underWay() {
        return new RunUnderWayException(models.slot()
                .current()
                .map(taken -> "a run of model '%s'".formatted(taken.model()))
                .orElse("a run"));
    }

    /** To be called from time to time. */
    void startWhatIsDue() {
        for (ModelName model : models.names()) {
            try {
                ImageStore store = models.store(model);
                takeUp(model, store);
                if (lookedThrough.get(model) == store) {
                    dueTrigger(model, store).ifPresent(trigger -> start(model, trigger, store));
                }
            } catch (RuntimeException e) {
                LOG.warn("Whether a run of model={} is due cannot be told: {}", model, e.getMessage(), e);
            }
        }
    }

    /** Once for each time that the model becomes this process's: what was left unfinished comes first. */
    private void takeUp(ModelName model, ImageStore store) {
        if (lookedThrough.get(model) == store) {
            return;
        }
        Optional<JournalledRun> unfinished = unfinished(model);
        if (unfinished.isPresent()) {
            takeUp(unfinished.get(), store);
        } else {
            worker.sweep(model);
            lastRuns.put(model, lastRun(model));
            lookedThrough.put(model, store);
        }
    }

    /** Not before the store holds what it held when the run was planned: it may be being filled anew. */
    private void takeUp(JournalledRun run, ImageStore store) {
        if (store.nextOffset() >= run.plan().dataset().toOffset()) {
            take(run.plan().model(), store).ifPresent(slot -> carryOut(run, store, slot));
        }
    }

    private Optional<JournalledRun> unfinished(ModelName model) {
        return journal.newest(model).filter(run -> run.outcome().isEmpty());
    }

    private void start(ModelName model, Trigger trigger, ImageStore store) {
        take(model, store).ifPresent(slot -> {
            try (slot) {
                carryOut(JournalledRun.planned(plan(model, trigger, store)), store, slot);
            } catch (NothingToTrainOnException | InvalidSettingException e) {
                LOG.info("No run of model={}: {}", model, e.getMessage());
                inVain.put(model, new InVain(store.nextOffset(), clock.instant().plus(LOOK_AGAIN)));
            }
        });
    }

    /** The slot, unless the model has been taken away in the meantime: its store is then about to be closed. */
    private Optional<RunSlot.Taken> take(ModelName model, ImageStore store) {
        Optional<RunSlot.Taken> slot = models.slot().tryTake(model);
        if (slot.isPresent() && !models.has(model, store)) {
            slot.get().close();
            return Optional.empty();
        }
        return slot;
    }

    private Optional<Trigger> dueTrigger(ModelName model, ImageStore store) {
        InVain before = inVain.get(model);
        if (before != null
                && before.nextOffset() == store.nextOffset()
                && clock.instant().isBefore(before.until())) {
            return Optional.empty();
        }
        LastRun last = lastRuns.computeIfAbsent(model, this::lastRun);
        var activity = new ModelActivity(
                model, store.countFrom(last.toOffset()), last.at(), last.toOffset(), store.nextOffset());
        return rules.stream()
                .filter(rule -> rule.isDue(activity))
                .map(TriggerRule::trigger)
                .findFirst();
    }

    private LastRun lastRun(ModelName model) {
        return LastRun.of(journal.newest(model), registry.versions().list(model), clock.instant());
    }

    /** Images that arrived since the last run was planned. */
    public int newImages(ModelName model) {
        return models.store(model)
                .countFrom(lastRuns.computeIfAbsent(model, this::lastRun).toOffset());
    }

    private RunPlan plan(ModelName model, Trigger trigger, ImageStore store) throws NothingToTrainOnException {
        try (Snapshot snapshot = store.snapshot()) {
            RunPlan plan = planner.plan(
                    registry.championManifest(model),
                    registry.versions().list(model),
                    trigger,
                    recipes.apply(model),
                    snapshot);
            journal.write(JournalledRun.planned(plan));
            lastRuns.put(model, LastRun.of(plan));
            return plan;
        }
    }

    private void carryOut(JournalledRun run, ImageStore store, RunSlot.Taken slot) {
        try (slot) {
            worker.carryOut(run, store, slot);
        } catch (RuntimeException e) {
            // Its plan is in the journal without an end: it is looked for, and taken up, again.
            lookedThrough.remove(slot.model());
            LOG.error(
                    "How run={} of model={} ended could not be written down",
                    run.plan().run(),
                    slot.model(),
                    e);
        }
    }

    /** Newest first. */
    public List<RunView> list(ModelName model) {
        return journal.list(model).stream()
                .map(run -> RunView.of(run, worker.progress()))
                .toList();
    }
}
