package io.hone.bench.gate;

import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.contracts.policy.Policy;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** How often, and on how many images, candidates are promoted that are really better. */
public final class GatePower implements Scenario {

    private static final int REPEATS = 1000;
    private static final int[] GAINS = {0, 1, 2, 5};
    private static final int[] IMAGES = {500, 2000, 10_000};
    private static final int LATE = 20;
    private static final double ENOUGH = 0.8;
    private static final int MOST_IMAGES = 60_000;

    @Override
    public String name() {
        return "gate-power";
    }

    @Override
    public String description() {
        return "Share of candidates promoted that are truly better by 1, 2 or 5 points (simulated).";
    }

    @Override
    public boolean needsImages() {
        return false;
    }

    @Override
    public LastLine run(Setting setting) {
        Trials trials = new Trials(setting.scaled(REPEATS, 20), setting.seed());
        AlphaAccount fresh = AlphaAccount.empty(Policy.DEFAULT.alpha());
        setting.say(
                "%,d candidates in each row. Predictions are simulated as in gate-null. The first test of an account allows p ="
                        + " %.4f; the two-proportion test is held at the same level. Late: after %d candidates that were not"
                        + " promoted, which leaves p = %.5f.",
                trials.repeats(), fresh.level(), LATE, late(fresh).level());
        Table table =
                new Table("truly better by", "images", "gate", "five looks", "late", "accuracy", "two-proportion");
        double measured = Double.NaN;
        for (int gain : GAINS) {
            for (int images : IMAGES) {
                Power power = power(trials, gain / 100.0, images, fresh);
                table.row(power.cells("%d points".formatted(gain), images));
                measured = gain == 2 && images == 2000 ? power.gate : measured;
            }
        }
        setting.say(table);
        setting.say(needed(trials, fresh));
        return new LastLine(name()).with("p2at2000", measured, 3);
    }

    private static Power power(Trials trials, double gain, int images, AlphaAccount fresh) {
        return new Power(
                trials.promoted(gain, images, 1, () -> new GateReferee(Policy.DEFAULT, fresh)),
                trials.promoted(gain, images, 5, () -> new GateReferee(Policy.DEFAULT, fresh)),
                trials.promoted(gain, images, 1, () -> new GateReferee(Policy.DEFAULT, late(fresh))),
                trials.promoted(gain, images, 1, PlainReferee::accuracy),
                trials.promoted(gain, images, 1, () -> PlainReferee.unpaired(fresh.level())));
    }

    private static AlphaAccount late(AlphaAccount account) {
        AlphaAccount late = account;
        for (int test = 0; test < LATE; test++) {
            late = late.after(false);
        }
        return late;
    }

    private static Table needed(Trials trials, AlphaAccount fresh) {
        Table table = new Table("images for 80 % promoted", "gate", "late", "two-proportion");
        for (int gain : List.of(1, 2, 5)) {
            double share = gain / 100.0;
            table.row(
                    "%d points".formatted(gain),
                    text(needed(trials, share, () -> new GateReferee(Policy.DEFAULT, fresh))),
                    text(needed(trials, share, () -> new GateReferee(Policy.DEFAULT, late(fresh)))),
                    text(needed(trials, share, () -> PlainReferee.unpaired(fresh.level()))));
        }
        return table;
    }

    /** To within a tenth. */
    private static OptionalInt needed(Trials trials, double gain, Trials.Referees referees) {
        Trials fewer = trials.fewer();
        for (int images = 100; images <= MOST_IMAGES; images = (int) Math.ceil(images * 1.1)) {
            if (fewer.promoted(gain, images, 1, referees) >= ENOUGH) {
                return OptionalInt.of(images);
            }
        }
        return OptionalInt.empty();
    }

    private static String text(OptionalInt images) {
        return images.isPresent() ? String.format(Locale.ROOT, "%,d", images.getAsInt()) : "more than 60,000";
    }

    /** Shares promoted. */
    private record Power(double gate, double looks, double late, double accuracy, double unpaired) {

        String[] cells(String gain, int images) {
            return new String[] {
                gain,
                String.format(Locale.ROOT, "%,d", images),
                Setting.percent(gate),
                Setting.percent(looks),
                Setting.percent(late),
                Setting.percent(accuracy),
                Setting.percent(unpaired)
            };
        }
    }
}
