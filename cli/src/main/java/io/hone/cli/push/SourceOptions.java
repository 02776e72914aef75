package io.hone.cli.push;

import io.hone.cli.push.source.ClassList;
import io.hone.cli.push.source.Column;
import io.hone.cli.push.source.Columns;
import io.hone.cli.push.source.Content;
import io.hone.cli.push.source.FetchLimits;
import io.hone.cli.push.source.Format;
import io.hone.cli.push.source.Source;
import io.hone.cli.push.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What there is to push, and which of it. */
final class SourceOptions {

    private static final int MOST_FETCHES = 256;
    private static final int LONGEST_FETCH = 3600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What SOURCE is: ${COMPLETION-CANDIDATES}. Default: it is recognised.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = "--classes",
            paramLabel = "FILE",
            description = "Names for classes that SOURCE has as numbers: one a line, line i, from 0, is class i.")
    private Optional<Path> classes = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "Which column, or JSON field, is the image, label, group, annotator or split, where it is not"
                    + " called so: --column label=genus.")
    private Map<Column, String> columns = new EnumMap<>(Column.class);

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "What the paths in a list are relative to; nothing outside it is read. Default: the list's"
                    + " folder.")
    private Optional<Path> root = Optional.empty();

    @Option(names = "--images", paramLabel = "N", description = "Only so many, chosen at random. Default: all.")
    private Optional<Long> images = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "By which --images chooses: the same seed chooses the same ones. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--fetches",
            paramLabel = "N",
            defaultValue = "16",
            description = "Images fetched from other machines at once. Default: ${DEFAULT-VALUE}.")
    private int fetches;

    @Option(
            names = "--fetch-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long fetching one may take. Default: ${DEFAULT-VALUE}.")
    private int fetchTimeout;

    Source open(List<String> names) throws IOException {
        return new Sources(new Columns(columns), classes(), root, fetching()).open(names, format);
    }

    private ClassList classes() throws IOException {
        return classes.isPresent() ? ClassList.read(classes.get()) : ClassList.none();
    }

    private FetchLimits fetching() {
        return new FetchLimits(
                (int) Bounds.within(spec, "--fetches", fetches, 1, MOST_FETCHES),
                Duration.ofSeconds(Bounds.within(spec, "--fetch-timeout", fetchTimeout, 1, LONGEST_FETCH)),
                Content.MOST_BYTES);
    }

    Selection selection() {
        images.ifPresent(number -> Bounds.within(spec, "--images", number, 1, Long.MAX_VALUE));
        return new Selection(images.map(OptionalLong::of).orElse(OptionalLong.empty()), seed);
    }
}
