package io.hone.bench.gate;

import io.hone.bench.gate.Series.Plan;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.contracts.policy.Policy;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How often candidates are promoted that are no better than the champion, or worse. */
public final class GateNull implements Scenario {

    private static final int MODELS = 20;
    private static final int FEW = 2;
    private static final int CANDIDATES = 1000;
    private static final double DIFFERING = 0.1;
    private static final double WORSE = -0.02;
    private static final double LEVEL = 0.05;

    private static final Plan GROWING = new Plan(CANDIDATES, 500, 20, DIFFERING, 0);
    private static final Plan FIXED = new Plan(CANDIDATES, 2000, 0, DIFFERING, 0);

    @Override
    public String name() {
        return "gate-null";
    }

    @Override
    public String description() {
        return "Share of candidates promoted that are truly no better, or worse by two points (simulated).";
    }

    @Override
    public boolean needsImages() {
        return false;
    }

    @Override
    public LastLine run(Setting setting) {
        int models = setting.scaled(MODELS, FEW);
        setting.say(
                "%,d models with %,d candidates each, one a day. Predictions are simulated: ten classes of unequal size, the"
                        + " first champion right on %.1f %% of the images; a candidate judges %.0f %% of them otherwise, image by"
                        + " image at random, and is otherwise its champion. Candidates of one model share images and champion.",
                models, CANDIDATES, 100 * SimulatedClasses.meanAccuracy(), 100 * DIFFERING);
        Table table = new Table("promoted of each 1,000", "no better", "most of any model", "worse by 2 points");
        Rates gate = rates(GROWING, GateNull::gate, setting.seed(), models);
        row(table, "gate, hold-out from 500 to 20,480 images", gate);
        row(table, "gate, hold-out of 2,000 images", rates(FIXED, GateNull::gate, setting.seed(), models));
        row(
                table,
                "McNemar at 0.05 each time, growing (2 models)",
                rates(GROWING, () -> PlainReferee.paired(LEVEL), setting.seed(), FEW));
        row(table, "higher accuracy, growing (2 models)", rates(GROWING, PlainReferee::accuracy, setting.seed(), FEW));
        setting.say(table);
        return new LastLine(name()).with("false", gate.noBetter, 5).with("worse", gate.worse, 5);
    }

    private static Referee gate() {
        return new GateReferee(Policy.DEFAULT, AlphaAccount.empty(Policy.DEFAULT.alpha()));
    }

    private static void row(Table table, String name, Rates rates) {
        table.row(name, perThousand(rates.noBetter), perThousand(rates.most), perThousand(rates.worse));
    }

    private static String perThousand(double share) {
        return String.format(Locale.ROOT, "%.2f", 1000 * share);
    }

    private static Rates rates(Plan plan, Supplier<Referee> referees, long seed, int models) {
        Plan worse = new Plan(plan.candidates(), plan.images(), plan.growth(), plan.differing(), WORSE);
        int[] noBetter = promoted(plan, referees, seed, models);
        int all = models * plan.candidates();
        return new Rates(
                IntStream.of(noBetter).sum() / (double) all,
                IntStream.of(noBetter).max().orElse(0) / (double) plan.candidates(),
                IntStream.of(promoted(worse, referees, seed, models)).sum() / (double) all);
    }

    private static int[] promoted(Plan plan, Supplier<Referee> referees, long seed, int models) {
        return IntStream.range(0, models)
                .map(model -> new Series(plan, referees.get(), Dice.seed(seed, model)).run())
                .toArray();
    }

    /**
     * Shares of candidates promoted.
     *
     * @param most of the model with the most
     */
    private record Rates(double noBetter, double most, double worse) {}
}
