package io.hone.registry.evaluation;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.registry.store.ObjectStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was found out about versions: any number of inconclusive evaluations, then one final one, then the mark that it is
 * settled, which means that the champion chain and the topic {@code verdicts} say so too.
 */
public final class Evaluations {

    private static final String JSON = "application/json";
    private static final Pattern FILE = Pattern.compile("(\\d+)(\\.inconclusive-(\\d+)|\\.settled)?\\.json");

    private final ObjectStore store;

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
        return all(model, version -> true);
    }

    /** The same about one version. */
    public List<Evaluation> all(ModelName model, int version) {
        return all(model, other -> other == version);
    }

    private List<Evaluation> all(ModelName model, IntPredicate wanted) {
        return files(model).stream()
                .filter(file -> !file.settled() && wanted.test(file.version()))
                .map(file -> read(file.key(), Evaluation.class))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (Evaluation evaluation) -> evaluation.verdict().at())
                        .thenComparing(evaluation -> evaluation.verdict().version()))
                .toList();
    }

    /** Of each version what {@link #latest(ModelName, int)} says; newest verdict first. */
    public List<Evaluation> latest(ModelName model) {
        return latest(model, version -> true);
    }

    /**
     * Final where there is one, else what the largest snapshot said; empty while nothing is. The verdict is the one that
     * was told: somebody else may have moved the champion between decision and promotion.
     */
    public Optional<Evaluation> latest(ModelName model, int version) {
        return latest(model, other -> other == version).stream().findFirst();
    }

    private List<Evaluation> latest(ModelName model, IntPredicate wanted) {
        return files(model).stream()
                .filter(file -> !file.settled() && wanted.test(file.version()))
                .collect(Collectors.toMap(
                        File::version, Function.identity(), BinaryOperator.maxBy(Comparator.<File>naturalOrder())))
                .values()
                .stream()
                .map(file -> read(file.key(), Evaluation.class))
                .flatMap(Optional::stream)
                .map(this::asTold)
                .sorted(Comparator.comparing(
                                (Evaluation evaluation) -> evaluation.verdict().at())
                        .thenComparing(evaluation -> evaluation.verdict().version())
                        .reversed())
                .toList();
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
        String prefix = ObjectKeys.evaluations(model);
        return store.keys(prefix).stream()
                .map(key -> File.parse(prefix, key))
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
