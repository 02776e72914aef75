package io.hone.cli.push;

import io.hone.cli.push.source.Content;
import io.hone.cli.push.source.Entries;
import io.hone.cli.push.source.Entry;
import io.hone.cli.push.source.Reasons;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gets the contents of entries near, some ahead of the one that is asked for; gives them in their order. */
final class ReadAhead implements AutoCloseable {

    private final Entries entries;
    private final boolean golden;
    private final int window;
    private final ExecutorService pool;
    private final Deque<Ahead> ahead = new ArrayDeque<>();

    private record Ahead(Entry entry, Future<Content> content) {}

    /** @param parallel how many contents are on their way at once */
    ReadAhead(Entries entries, boolean golden, int parallel) {
        this.entries = entries;
        this.golden = golden;
        // While the slowest is waited for, others arrive.
        this.window = parallel == 1 ? 1 : 2 * parallel;
        this.pool = Executors.newFixedThreadPool(parallel);
    }

    /** The next image, or why it is none; empty at the end. */
    Optional<Read> next() throws IOException, InterruptedException {
        while (ahead.size() < window) {
            Optional<Entry> entry = entries.next();
            if (entry.isEmpty()) {
                break;
            }
            ahead.add(start(entry.get()));
        }
        return ahead.isEmpty() ? Optional.empty() : Optional.of(read(ahead.poll()));
    }

    /** Of image and failure one is there. */
    record Read(Optional<LabelledImage> image, Optional<Outcome.Unusable> failure) {}

    private Ahead start(Entry entry) {
        return new Ahead(entry, pool.submit(() -> {
            return entry instanceof Entry.Image image ? image.content().near() : Content.of(new byte[0]);
        }));
    }

    private Read read(Ahead next) throws InterruptedException {
        if (next.entry() instanceof Entry.Image image) {
            try {
                byte[] bytes = next.content().get().read();
                Content.requireBytes(bytes.length);
                return new Read(Optional.of(LabelledImage.of(image, golden, bytes)), Optional.empty());
            } catch (ExecutionException e) {
                return failed(image.name(), reason(e.getCause()));
            } catch (IOException e) {
                return failed(image.name(), reason(e));
            }
        }
        return failed(next.entry().name(), ((Entry.Unusable) next.entry()).reason());
    }

    private static Read failed(String name, String reason) {
        return new Read(Optional.empty(), Optional.of(new Outcome.Unusable(name, reason)));
    }

    /** Whatever it is, it is about this image alone. */
    private static String reason(Throwable failure) {
        return failure instanceof IOException expected ? Reasons.of(expected) : String.valueOf(failure.getMessage());
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
