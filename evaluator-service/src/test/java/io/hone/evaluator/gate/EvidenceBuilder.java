package io.hone.evaluator.gate;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evidence as tests need it: version 2 is held against version 1 of the model <em>plants</em>. */
public final class EvidenceBuilder {

    public static final ModelName MODEL = new ModelName("plants");

    private final List<ClassPair> classes = new ArrayList<>();
    private int candidate = 2;
    private PairedOutcomes golden = PairedOutcomes.NONE;
    private Optional<BestSoFar> best = Optional.empty();
    private Calibration championCalibration = calibration(0.05);
    private Calibration candidateCalibration = calibration(0.05);
    private Optional<Latency> championLatency = Optional.of(new Latency(2, 3));
    private Optional<Latency> candidateLatency = Optional.of(new Latency(2, 3));

    /** Of two classes that both know, the images spread over them evenly. */
    public static EvidenceBuilder images(int both, int broken, int mended, int neither) {
        return new EvidenceBuilder()
                .known("cat", both / 2, broken / 2, mended / 2, neither / 2)
                .known("dog", both - both / 2, broken - broken / 2, mended - mended / 2, neither - neither / 2);
    }

    /** A candidate that is better beyond doubt, on 1,000 images. */
    public static EvidenceBuilder better() {
        return images(800, 20, 80, 100);
    }

    public EvidenceBuilder known(String label, int both, int broken, int mended, int neither) {
        classes.add(new ClassPair(label, true, new PairedOutcomes(both, broken, mended, neither)));
        return this;
    }

    public EvidenceBuilder added(String label, int right, int wrong) {
        classes.add(new ClassPair(label, false, new PairedOutcomes(0, 0, right, wrong)));
        return this;
    }

    public EvidenceBuilder candidate(int version) {
        candidate = version;
        return this;
    }

    EvidenceBuilder golden(int both, int broken, int mended, int neither) {
        golden = new PairedOutcomes(both, broken, mended, neither);
        return this;
    }

    EvidenceBuilder best(int version, int both, int broken, int mended, int neither) {
        best = Optional.of(new BestSoFar(version, new PairedOutcomes(both, broken, mended, neither)));
        return this;
    }

    EvidenceBuilder calibration(double champion, double candidate) {
        championCalibration = calibration(champion);
        candidateCalibration = calibration(candidate);
        return this;
    }

    EvidenceBuilder latency(double champion, double candidate) {
        championLatency = Optional.of(new Latency(champion, champion));
        candidateLatency = Optional.of(new Latency(candidate, candidate));
        return this;
    }

    EvidenceBuilder nothingMeasured() {
        championCalibration = new Calibration(0, List.of());
        candidateCalibration = championCalibration;
        championLatency = Optional.empty();
        candidateLatency = Optional.empty();
        return this;
    }

    public PairedOutcomes paired() {
        return classes.stream().map(ClassPair::paired).reduce(PairedOutcomes.NONE, PairedOutcomes::plus);
    }

    public Report report() {
        return new Report(
                performance(1, championCalibration, championLatency),
                performance(candidate, candidateCalibration, candidateLatency),
                classes,
                List.of(),
                golden,
                best,
                Hygiene.CLEAN);
    }

    public Classes championClasses() {
        return new Classes(
                classes.stream().filter(ClassPair::known).map(ClassPair::label).toList());
    }

    public Classes candidateClasses() {
        return new Classes(classes.stream().map(ClassPair::label).toList());
    }

    public Evidence build() {
        return new Evidence(MODEL, championClasses(), candidateClasses(), paired(), report());
    }

    private static Calibration calibration(double error) {
        return new Calibration(error, List.of(new Calibration.Bin(0, 1, 10, 0.5, 0.5)));
    }

    private static Performance performance(int version, Calibration calibration, Optional<Latency> latency) {
        return new Performance(
                version, new Interval(0, 1), 0, 0, Optional.empty(), List.of(), List.of(), calibration, latency);
    }
}
