package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Samples in tars. A broken tar costs its own rest, no other's. */
public final class WebDataset implements Source {

    private final List<Path> shards;
    private final Columns columns;
    private final ClassList classes;

    /** @param shards patterns, tars, or folders of tars */
    public static WebDataset open(List<String> shards, Columns columns, ClassList classes) throws IOException {
        return new WebDataset(Shards.of(shards), columns, classes);
    }

    private WebDataset(List<Path> shards, Columns columns, ClassList classes) {
        this.shards = shards;
        this.columns = columns;
        this.classes = classes;
    }

    @Override
    public String kind() {
        return "WebDataset";
    }

    @Override
    public long count() throws IOException {
        long samples = 0;
        for (Path shard : shards) {
            samples += TarSamples.count(shard);
        }
        return samples;
    }

    @Override
    public Entries entries() {
        return new ShardEntries(new ArrayDeque<>(shards));
    }

    @Override
    public void close() {
        // Each tar is closed when it is read.
    }

    private final class ShardEntries implements Entries {

        private final Deque<Path> left;
        private Optional<TarSamples> open = Optional.empty();

        ShardEntries(Deque<Path> left) {
            this.left = left;
        }

        @Override
        public Optional<Entry> next() throws IOException {
            while (open.isPresent() || !left.isEmpty()) {
                Optional<Entry> entry = read();
                if (entry.isPresent()) {
                    return entry;
                }
                close();
                left.poll();
            }
            return Optional.empty();
        }

        private Optional<Entry> read() throws IOException {
            try {
                if (open.isEmpty()) {
                    open = Optional.of(new TarSamples(left.element(), columns, classes));
                }
                return open.get().next();
            } catch (IOException e) {
                String place = left.element() + ":" + open.map(TarSamples::at).orElse("");
                close();
                left.poll();
                return Optional.of(new Entry.Unusable(
                        place, "here the tar is broken, and what follows in it is lost: " + Reasons.of(e)));
            }
        }

        @Override
        public void close() throws IOException {
            if (open.isPresent()) {
                TarSamples samples = open.get();
                open = Optional.empty();
                samples.close();
            }
        }
    }
}
