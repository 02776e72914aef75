package io.hone.cli.terminal;

import java.util.Locale;

/** One line for every tenth that is done: what a log or a pipe can bear. */
final class ProgressLines implements Progress {

    private static final int PARTS = 10;

    private final Terminal terminal;
    private final String task;
    private final String unit;
    private final long steps;
    private final long startedAt = System.nanoTime();
    private long done;
    private long partsTold;
    private String note = "";

    ProgressLines(Terminal terminal, String task, String unit, long steps) {
        this.terminal = terminal;
        this.task = task;
        this.unit = unit;
        this.steps = steps;
    }

    @Override
    public synchronized void stepBy(long more) {
        stepTo(done + more);
    }

    @Override
    public synchronized void stepTo(long step) {
        done = step;
        long parts = steps == 0 ? PARTS : done * PARTS / steps;
        if (parts > partsTold) {
            partsTold = parts;
            terminal.line("  " + describe());
        }
    }

    private String describe() {
        double rate = done / Math.max(1e-9, (System.nanoTime() - startedAt) / 1e9);
        String text = String.format(Locale.ROOT, "%s: %d of %d", task, done, steps);
        if (!unit.isEmpty()) {
            text += String.format(Locale.ROOT, ", %.0f %s/s", rate, unit);
        }
        if (done < steps) {
            text += String.format(Locale.ROOT, ", %.0f s left", Math.ceil((steps - done) / Math.max(1e-9, rate)));
        }
        return note.isBlank() ? text : text + ", " + note;
    }

    @Override
    public synchronized void note(String text) {
        note = text;
    }

    @Override
    public void close() {
        // Every line stands already.
    }
}
