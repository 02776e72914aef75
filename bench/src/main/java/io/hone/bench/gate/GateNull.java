package io.hone.bench.gate;

import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.contracts.policy.Policy;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How often candidates are promoted that are no better than the champion, or worse. */
public final class GateNull implements Scenario {

    private static final int MODELS = 20;
    private static final int FEW = 2;
    private static final int CANDIDATES = 1000;
    private static final double WORSE = -0.02;
    private static final double LEVEL = 0.05;

    private static final Plan GROWING = new Plan(CANDIDATES, 500, 20, 0);
    private static final Plan FIXED = new Plan(CANDIDATES, 2000, 0, 0);
    private static final Plan FIFTH = new Plan(100, 500, 50, Bursts.NONE, 0, 5);
    private static final Plan FIFTH_FIXED = new Plan(100, 2000, 0, Bursts.NONE, 0, 5);
    private static final Plan HALF = new Plan(40, 5000, 0, Bursts.NONE, 0, 2);
    private static final int SHORT_LIVED = 100;
    private static final Plan NAMED = new Plan(100, 2000, 0, new Bursts(10, true), 0, 0);
    private static final Plan UNNAMED = new Plan(100, 2000, 0, new Bursts(10, false), 0, 0);

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
                models, CANDIDATES, 100 * SimulatedClasses.meanAccuracy(), 100 * GROWING.differing());
        double noBetter = failures(setting, models);
        List<Promotions> mixed = discoveries(setting);
        bursts(setting);
        return new LastLine(name())
                .with("false", noBetter, 5)
                .with("worse", worse(setting, models), 5)
                .with("mixed", most(mixed, Promotions::mistakenShare), 5)
                .with("fdr", most(mixed, Promotions::falseShare), 5);
    }

    /** Nothing that comes is better. */
    private static double failures(Setting setting, int models) {
        Table table = new Table("promoted of each 1,000 that are no better", "all models", "worst model");
        double gate = row(table, "gate, hold-out from 500 to 20,480 images", GROWING, GateNull::gate, setting, models);
        row(table, "gate, hold-out of 2,000 images", FIXED, GateNull::gate, setting, models);
        row(table, "McNemar at 0.05 each time, growing (2 models)", GROWING, GateNull::mcNemar, setting, FEW);
        row(table, "higher accuracy, growing (2 models)", GROWING, PlainReferee::accuracy, setting, FEW);
        setting.say(table);
        return gate;
    }

    private static double worse(Setting setting, int models) {
        return sum(promotions(GROWING.withGain(WORSE), GateNull::gate, setting, models))
                .mistakenShare();
    }

    /**
     * Each promotion that is deserved pays in what a mistaken one may spend.
     *
     * @return what the gate did
     */
    private static List<Promotions> discoveries(Setting setting) {
        Table table = new Table(
                "some candidates better by 2 points",
                "no better: promoted of 1,000",
                "mistaken promotions",
                "better: promoted");
        List<Promotions> gate = List.of(
                mixed(table, "one in five, hold-out from 500 to 5,450", FIFTH, GateNull::gate, setting),
                mixed(table, "one in five, hold-out of 2,000", FIFTH_FIXED, GateNull::gate, setting),
                mixed(table, "one in two, hold-out of 5,000", HALF, GateNull::gate, setting));
        mixed(table, "McNemar at 0.05 each time, one in five", FIFTH, GateNull::mcNemar, setting);
        mixed(table, "higher accuracy, one in five", FIFTH, PlainReferee::accuracy, setting);
        setting.say(table);
        return gate;
    }

    private static void bursts(Setting setting) {
        Table table = new Table("images in bursts of ten, 2,000 images", "all models", "worst model");
        int models = setting.scaled(SHORT_LIVED, FEW);
        row(table, "gate, bursts named as groups", NAMED, GateNull::gate, setting, models);
        row(table, "gate, bursts not named", UNNAMED, GateNull::gate, setting, models);
        setting.say(table);
    }

    private static Referee gate() {
        return GateReferee.with(Policy.DEFAULT);
    }

    private static Referee mcNemar() {
        return PlainReferee.paired(LEVEL);
    }

    private static double row(
            Table table, String name, Plan plan, Supplier<Referee> referees, Setting setting, int models) {
        List<Promotions> each = promotions(plan, referees, setting, models);
        double all = sum(each).mistakenShare();
        table.row(name, perThousand(all), perThousand(most(each, Promotions::mistakenShare)));
        return all;
    }

    private static double most(List<Promotions> each, ToDoubleFunction<Promotions> share) {
        return each.stream().mapToDouble(share).max().orElse(0);
    }

    private static Promotions mixed(Table table, String name, Plan plan, Supplier<Referee> referees, Setting setting) {
        int models = setting.scaled(SHORT_LIVED, FEW);
        Promotions all = sum(promotions(plan, referees, setting, models));
        table.row(
                name,
                perThousand(all.mistakenShare()),
                Setting.percent(all.falseShare()),
                Setting.percent(all.power()));
        return all;
    }

    private static String perThousand(double share) {
        return String.format(Locale.ROOT, "%.2f", 1000 * share);
    }

    private static List<Promotions> promotions(Plan plan, Supplier<Referee> referees, Setting setting, int models) {
        return IntStream.range(0, models)
                .mapToObj(model -> new Series(plan, referees.get(), Dice.seed(setting.seed(), model)).run())
                .toList();
    }

    private static Promotions sum(List<Promotions> each) {
        return each.stream().reduce(Promotions.NONE, Promotions::plus);
    }
}
