package io.hone.evaluator.gate;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.ClassScore;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evidence as tests need it: version 2 is held against version 1 of the model <em>plants</em>. */
public final class EvidenceBuilder {

    public static final ModelName MODEL = new ModelName("plants");

    private final List<ClassPair> classes = new ArrayList<>();
    private int candidate = 2;
    private final List<ClassScore> championScores = new ArrayList<>();
    private final List<ClassScore> candidateScores = new ArrayList<>();
    private PairedOutcomes golden = PairedOutcomes.NONE;
    private Optional<BestSoFar> best = Optional.empty();
    private Optional<Votes> votes = Optional.empty();
    private Calibration championCalibration = calibration(0.05, 10);
    private Calibration candidateCalibration = calibration(0.05, 10);
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
        return known(label, new PairedOutcomes(both, broken, mended, neither));
    }

    EvidenceBuilder known(String label, PairedOutcomes paired) {
        classes.add(new ClassPair(label, true, paired));
        return this;
    }

    /** How many images the two take for the class last named. */
    EvidenceBuilder taken(int champion, int candidate) {
        ClassPair last = classes.get(classes.size() - 1);
        PairedOutcomes paired = last.paired();
        championScores.add(new ClassScore(last.label(), paired.images(), champion, paired.championCorrect()));
        candidateScores.add(new ClassScore(last.label(), paired.images(), candidate, paired.candidateCorrect()));
        return this;
    }

    /** As all images vote. */
    EvidenceBuilder grouped(Votes all) {
        votes = Optional.of(all);
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
        return calibration(champion, candidate, 10);
    }

    EvidenceBuilder calibration(double champion, double candidate, int images) {
        championCalibration = calibration(champion, images);
        candidateCalibration = calibration(candidate, images);
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
        PairedOutcomes all = classes.stream().map(ClassPair::paired).reduce(PairedOutcomes.NONE, PairedOutcomes::plus);
        return votes.map(all::withGroups).orElse(all);
    }

    public Report report() {
        return new Report(
                performance(1, championScores, championCalibration, championLatency),
                performance(candidate, candidateScores, candidateCalibration, candidateLatency),
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

    private static Calibration calibration(double error, int images) {
        return new Calibration(error, List.of(new Calibration.Bin(0, 1, images, 0.5, 0.5)));
    }

    private static Performance performance(
            int version, List<ClassScore> scores, Calibration calibration, Optional<Latency> latency) {
        return new Performance(
                version, new Interval(0, 1), 0, 0, Optional.empty(), scores, List.of(), calibration, latency);
    }
}
