package io.hone.cli.push.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images by address or path, in one or several tables. */
final class ImageTables implements Source {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*", Pattern.DOTALL);

    private final String kind;
    private final List<ImageTable> tables;
    private final Columns columns;
    private final ClassList classes;
    private final Fetcher fetcher;

    ImageTables(String kind, List<ImageTable> tables, Columns columns, ClassList classes, Fetcher fetcher) {
        this.kind = kind;
        this.tables = List.copyOf(tables);
        this.columns = columns;
        this.classes = classes;
        this.fetcher = fetcher;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int parallel() {
        return fetcher.limits().parallel();
    }

    @Override
    public long count() throws IOException {
        long count = 0;
        for (ImageTable table : tables) {
            try (Rows rows = table.open(columns)) {
                count += count(rows);
            }
        }
        return count;
    }

    private static long count(Rows rows) {
        long count = 0;
        try {
            while (rows.next().isPresent()) {
                count++;
            }
        } catch (IOException e) {
            // Told when the rows are read: those before it are good.
            return count;
        }
        return count;
    }

    @Override
    public Entries entries() {
        return new TableEntries(new ArrayDeque<>(tables));
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
    }

    private final class TableEntries implements Entries {

        private final Deque<ImageTable> left;
        private Optional<Rows> open = Optional.empty();

        TableEntries(Deque<ImageTable> left) {
            this.left = left;
        }

        @Override
        public Optional<Entry> next() throws IOException {
            while (!left.isEmpty()) {
                ImageTable table = left.element();
                try {
                    if (open.isEmpty()) {
                        open = Optional.of(table.open(columns));
                    }
                    Optional<Row> row = open.get().next();
                    if (row.isPresent()) {
                        return Optional.of(entry(table, row.get()));
                    }
                    leave();
                } catch (IOException e) {
                    leave();
                    return Optional.of(
                            new Entry.Unusable(table.file().toString(), "it cannot be read on: " + Reasons.of(e)));
                }
            }
            return Optional.empty();
        }

        private void leave() throws IOException {
            close();
            left.poll();
        }

        @Override
        public void close() throws IOException {
            if (open.isPresent()) {
                Rows rows = open.get();
                open = Optional.empty();
                rows.close();
            }
        }
    }

    private Entry entry(ImageTable table, Row row) {
        Optional<String> image = columns.value(row, Column.IMAGE);
        String name = image.map(Texts::shown)
                .orElse("%s, row %d".formatted(table.file().getFileName(), row.number()));
        try {
            if (row.problem().isPresent()) {
                throw new UnusableException(row.problem().get());
            } else if (image.isEmpty()) {
                throw new UnusableException("the row names no image");
            }
            Labelling said = columns.labelling(row, "", classes);
            Labelling labelling = new Labelling(
                    said.label(), said.group(), said.annotator(), said.split().or(table::split));
            return isAddress(image.get())
                    ? remote(image.get(), labelling)
                    : local(table.root(), image.get(), labelling);
        } catch (UnusableException e) {
            return new Entry.Unusable(name, e.getMessage());
        }
    }

    private static boolean isAddress(String image) throws UnusableException {
        Matcher scheme = SCHEME.matcher(image);
        if (!scheme.matches()) {
            return false;
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "http", "https" -> true;
            default ->
                throw new UnusableException("its address is neither http nor https: " + Texts.shown(scheme.group(1)));
        };
    }

    private Entry remote(String address, Labelling labelling) throws UnusableException {
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            if (uri.getHost() == null) {
                throw new UnusableException("its address names no host");
            }
            return new Entry.Image(address, "", labelling, fetcher.content(uri));
        } catch (URISyntaxException e) {
            throw new UnusableException("its address is none");
        }
    }

    private static Entry local(Path root, String name, Labelling labelling) throws UnusableException {
        try {
            Path file = root.resolve(name).normalize();
            if (!file.startsWith(root.normalize())) {
                throw new UnusableException("it lies outside the folder that the list may name (--root DIR)");
            } else if (Files.isDirectory(file)) {
                throw new UnusableException("it is a folder");
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isOther()) {
                throw new UnusableException("it is no ordinary file");
            }
            String state =
                    attributes.size() + " " + attributes.lastModifiedTime().toMillis();
            return new Entry.Image(name, state, labelling, Content.of(file));
        } catch (InvalidPathException e) {
            throw new UnusableException(Reasons.UNTOLD);
        } catch (IOException e) {
            throw new UnusableException(Reasons.of(e));
        }
    }
}
