package io.hone.registry.evaluation;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.registry.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was found out about versions: any number of inconclusive evaluations, then one final one, then the mark that it is
 * settled, which means that the champion chain and the topic {@code verdicts} say so too.
 */
public final class Evaluations {

    private static final String JSON = "application/json";
    private static final String SVG = "image/svg+xml";
    private static final Pattern FILE = Pattern.compile("(\\d+)(\\.inconclusive-(\\d+)|\\.settled)?\\.json");

    private static final Comparator<Evaluation> OLDEST_FIRST = Comparator.comparing(
                    (Evaluation evaluation) -> evaluation.verdict().at())
            .thenComparing(evaluation -> evaluation.verdict().version());

    private final ObjectStore store;
    private final Outlines outlines = new Outlines();

    public Evaluations(ObjectStore store) {
        this.store = store;
    }

    /**
     * Writes down the final verdict about a version, once.
     *
     * @return the evaluation that holds, which is another's if somebody else was first
     */
    public Evaluation conclude(Evaluation evaluation) {
        String key = ObjectKeys.evaluation(
                evaluation.verdict().model(), evaluation.verdict().version());
        return decideOnce(key, evaluation, Evaluation.class);
    }

    /**
     * Writes down that a snapshot of the hold-out was not enough to tell; the version still awaits its verdict.
     *
     * @return the evaluation that holds for this snapshot
     */
    public Evaluation postpone(Evaluation inconclusive) {
        String key = ObjectKeys.inconclusiveEvaluation(
                inconclusive.verdict().model(),
                inconclusive.verdict().version(),
                inconclusive.holdOut().nextOffset());
        return decideOnce(key, inconclusive, Evaluation.class);
    }

    /**
     * Marks that nothing is left to do about a version.
     *
     * @param told the verdict that everybody was told
     * @return the verdict that holds, which is another's if somebody else was first
     */
    public Verdict settle(Verdict told) {
        return decideOnce(ObjectKeys.settled(told.model(), told.version()), told, Verdict.class);
    }

    /**
     * Leaves a picture beside what is written about a version, over one of this name that may be there.
     *
     * @param picture its name, without extension
     */
    public void draw(Evaluation evaluation, String picture, String svg) {
        Verdict verdict = evaluation.verdict();
        store.write(
                ObjectKeys.evaluationPicture(verdict.model(), verdict.version(), picture),
                svg.getBytes(StandardCharsets.UTF_8),
                SVG);
    }

    /** The final evaluation of a version; empty while there is none. */
    public Optional<Evaluation> find(ModelName model, int version) {
        return read(ObjectKeys.evaluation(model, version), Evaluation.class);
    }

    /** The verdict about a version as it was told; empty while something is left to do. */
    public Optional<Verdict> settled(ModelName model, int version) {
        return read(ObjectKeys.settled(model, version), Verdict.class);
    }

    /** Where each version stands about which anything is written; others have not been looked at. */
    public Map<Integer, Progress> progress(ModelName model) {
        return files(model).stream()
                .collect(Collectors.groupingBy(File::version, HashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> progress(entry.getValue())));
    }

    /** Everything that was ever found out about the model's versions, as it was decided at the time; oldest first. */
    public List<Evaluation> all(ModelName model) {
        return read(files(model));
    }

    /** The same about one version. */
    public List<Evaluation> all(ModelName model, int version) {
        return read(files(model, version));
    }

    private List<Evaluation> read(Collection<File> files) {
        return files.stream()
                .filter(file -> !file.settled())
                .map(file -> read(file.key(), Evaluation.class))
                .flatMap(Optional::stream)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /**
     * The same as {@link #all(ModelName)}, but without reports, and without what findings say in words: which rules were
     * met, what was tested when, and what came of it. Each is read once, so asking again costs a listing and what is new.
     */
    public List<Evaluation> outlines(ModelName model) {
        return files(model).stream()
                .filter(file -> !file.settled())
                .map(this::outline)
                .flatMap(Optional::stream)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private Optional<Evaluation> outline(File file) {
        return outlines.of(file.key(), () -> read(file.key(), Evaluation.class));
    }

    /**
     * Of each version what {@link #latest(ModelName, int)} says, but without reports; newest verdict first.
     *
     * @param skip so many of the newest
     * @param limit at most so many
     */
    public List<Evaluation> latest(ModelName model, int skip, int limit) {
        return latestFiles(files(model)).stream()
                .map(this::outline)
                .flatMap(Optional::stream)
                .sorted(OLDEST_FIRST.reversed())
                .skip(skip)
                .limit(limit)
                .map(Evaluation::verdict)
                .flatMap(verdict -> latest(model, verdict.version()).stream())
                .map(Evaluation::withoutReport)
                .toList();
    }

    /**
     * Final where there is one, else what the largest snapshot said; empty while nothing is. The verdict is the one that
     * was told: somebody else may have moved the champion between decision and promotion.
     */
    public Optional<Evaluation> latest(ModelName model, int version) {
        return latestFiles(files(model, version)).stream()
                .findFirst()
                .flatMap(file -> read(file.key(), Evaluation.class))
                .map(this::asTold);
    }

    private static Collection<File> latestFiles(Collection<File> files) {
        return files.stream()
                .filter(file -> !file.settled())
                .collect(Collectors.toMap(
                        File::version, Function.identity(), BinaryOperator.maxBy(Comparator.<File>naturalOrder())))
                .values();
    }

    private Evaluation asTold(Evaluation evaluation) {
        Verdict decided = evaluation.verdict();
        return decided.outcome() == Outcome.PROMOTED
                ? settled(decided.model(), decided.version())
                        .map(evaluation::withVerdict)
                        .orElse(evaluation)
                : evaluation;
    }

    private static Progress progress(Collection<File> files) {
        if (files.stream().anyMatch(File::settled)) {
            return new Progress.Settled();
        }
        File latest = files.stream().max(Comparator.naturalOrder()).orElseThrow();
        return latest.isFinal() ? new Progress.Concluded() : new Progress.Postponed(latest.nextOffset());
    }

    private List<File> files(ModelName model) {
        List<File> files = files(model, "");
        outlines.retain(
                ObjectKeys.evaluations(model), files.stream().map(File::key).collect(Collectors.toSet()));
        return files;
    }

    private List<File> files(ModelName model, int version) {
        return files(model, version + ".");
    }

    /** @param begin of the names */
    private List<File> files(ModelName model, String begin) {
        String folder = ObjectKeys.evaluations(model);
        return store.keys(folder + begin).stream()
                .map(key -> File.parse(folder, key))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> T decideOnce(String key, T value, Class<T> type) {
        store.createIfAbsent(key, Json.writePretty(value), JSON);
        return read(key, type).orElseThrow(() -> new IllegalStateException("'%s' was removed".formatted(key)));
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return store.read(key).map(bytes -> Json.read(bytes, type));
    }

    /** @param nextOffset of the snapshot that was not enough; the largest number for what is final */
    private record File(String key, int version, long nextOffset, boolean settled) implements Comparable<File> {

        static Optional<File> parse(String prefix, String key) {
            Matcher name = FILE.matcher(key.substring(prefix.length()));
            return name.matches() ? Optional.of(of(key, name)) : Optional.empty();
        }

        private static File of(String key, Matcher name) {
            long nextOffset = name.group(3) == null ? Long.MAX_VALUE : Long.parseLong(name.group(3));
            return new File(key, Integer.parseInt(name.group(1)), nextOffset, ".settled".equals(name.group(2)));
        }

        boolean isFinal() {
            return nextOffset == Long.MAX_VALUE;
        }

        @Override
        public int compareTo(File other) {
            return Long.compare(nextOffset, other.nextOffset);
        }
    }
}
