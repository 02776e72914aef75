package io.hone.bench.drift;

import io.hone.bench.cifar.Examples;
import io.hone.bench.look.Look;
import io.hone.bench.look.Looks;
import io.hone.bench.look.OtherCamera;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.evaluator.drift.DriftSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** How soon a change of the accuracy is noticed, and how often one that is not there. */
public final class Drift implements Scenario {

    private static final int STREAMS = 400;
    private static final int KNOWN = 2000;
    private static final double[] ACCURACIES = {0.6, 0.8, 0.9, 0.95};
    private static final double[] DROPS = {0.05, 0.1, 0.2};

    private static final String CAMERA = "another camera";

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String description() {
        return "Labels until a fall of the accuracy is noticed, and false alarms; ADWIN and Page-Hinkley; probations.";
    }

    @Override
    public LastLine run(Setting setting) {
        Trials trials = new Trials(setting.seed(), setting.scaled(STREAMS, 10));
        compare(setting, trials);
        setting.say("Of %d promoted champions, how many a probation rolls back:", trials.streams());
        setting.say(new Probations(setting.seed(), trials.streams()).rolledBack());
        double delay = onRealImages(setting, trials);
        double alarms = DoubleStream.of(ACCURACIES)
                .map(accuracy -> trials.falseAlarms(Drift::product, Trials.always(accuracy)))
                .average()
                .orElseThrow();
        return new LastLine(name()).with("delay", delay, 0).with("false", alarms, 2);
    }

    /** As the product has it unless told otherwise. */
    private static Detector product() {
        return Detector.adwin(DriftSettings.DEFAULT.delta());
    }

    private static Map<String, Supplier<Detector>> detectors() {
        Map<String, Supplier<Detector>> detectors = new LinkedHashMap<>();
        detectors.put("ADWIN 0.01", () -> Detector.adwin(0.01));
        detectors.put("ADWIN %s, the product's".formatted(DriftSettings.DEFAULT.delta()), Drift::product);
        detectors.put("ADWIN 0.1", () -> Detector.adwin(0.1));
        detectors.put("Page-Hinkley 0.005, 50", () -> new PageHinkley(0.005, 50, false));
        detectors.put("Page-Hinkley 0.02, 25", () -> new PageHinkley(0.02, 25, false));
        detectors.put("  standardised 0.1, 40", () -> new PageHinkley(0.1, 40, true));
        detectors.put("  standardised 0.05, 60", () -> new PageHinkley(0.05, 60, true));
        return detectors;
    }

    private static void compare(Setting setting, Trials trials) {
        Table alarms = new Table("false alarms in 10,000 labels", "60 %", "80 %", "90 %", "95 %");
        Table easy = new Table("labels after a fall from 90 % by", "5 points", "10 points", "20 points");
        Table hard = new Table("labels after a fall from 60 % by", "5 points", "10 points", "20 points");
        detectors().forEach((name, detector) -> {
            alarms.row(row(
                    name,
                    ACCURACIES,
                    accuracy ->
                            String.format(Locale.ROOT, "%.2f", trials.falseAlarms(detector, Trials.always(accuracy)))));
            easy.row(row(name, DROPS, drop -> delays(trials, detector, 0.9, drop)));
            hard.row(row(name, DROPS, drop -> delays(trials, detector, 0.6, drop)));
        });
        setting.say("%d simulated streams each; median … what 90 of 100 do not exceed", trials.streams());
        setting.say(alarms);
        setting.say(easy);
        setting.say(hard);
    }

    @FunctionalInterface
    private interface Cell {
        String of(double value);
    }

    private static String[] row(String name, double[] values, Cell cell) {
        String[] row = new String[values.length + 1];
        row[0] = name;
        for (int i = 0; i < values.length; i++) {
            row[i + 1] = cell.of(values[i]);
        }
        return row;
    }

    private static String delays(Trials trials, Supplier<Detector> detector, double before, double drop) {
        return trials.delays(detector, KNOWN, Trials.always(before), Trials.always(before - drop))
                .toString();
    }

    /** @return the median delay after which another camera is noticed */
    private static double onRealImages(Setting setting, Trials trials) {
        SampleBase base = SampleBase.in(setting);
        Examples test = setting.cifar().test().firstOfEach(base.classes().labels(), setting.scaled(1000, 40));
        RealAnswers known = answers(setting, base, test);
        Table table = new Table("test images as the base sees them", "right", "labels until noticed");
        table.row(
                "as it was trained",
                Setting.percent(known.accuracy()),
                "%.2f false in 10,000".formatted(trials.falseAlarms(Drift::product, known.drawn())));
        double camera = Double.NaN;
        for (Map.Entry<String, Look> look : looks().entrySet()) {
            RealAnswers changed = answers(setting, base, test.seen(look.getValue()));
            Delays delays = trials.delays(Drift::product, KNOWN, known.drawn(), changed.drawn());
            table.row(look.getKey(), Setting.percent(changed.accuracy()), delays.toString());
            camera = look.getKey().equals(CAMERA) ? delays.median() : camera;
        }
        setting.say(table);
        return camera;
    }

    private static Map<String, Look> looks() {
        Map<String, Look> looks = new LinkedHashMap<>();
        looks.put(CAMERA, new OtherCamera(7));
        looks.put("dusk", Looks.dusk());
        looks.put("fog", Looks.fog());
        looks.put("blurred", Looks.blurred());
        looks.put("grey", Looks.grey());
        looks.put("colours swapped", Looks.swappedColours());
        return looks;
    }

    private static RealAnswers answers(Setting setting, SampleBase base, Examples examples) {
        return RealAnswers.of(setting.classifiers(), base.torchScript(), base.classes(), examples);
    }
}
