package io.hone.cli.terminal;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and estimated time, drawn over the same line. */
final class ProgressBarProgress implements Progress {

    private static final int UPDATE_MILLIS = 200;

    private final PrintStream out;
    private final ProgressBar bar;

    ProgressBarProgress(PrintStream out, Capabilities capabilities, String task, String unit, long steps) {
        this.out = out;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(steps)
                .setStyle(capabilities.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, capabilities.columns() - 1));
        if (!unit.isEmpty()) {
            builder.showSpeed(new DecimalFormat("0 " + unit, DecimalFormatSymbols.getInstance(Locale.ROOT)));
        }
        this.bar = builder.build();
    }

    private void draw(String line) {
        out.print("\r" + line);
        out.flush();
    }

    @Override
    public void stepBy(long steps) {
        bar.stepBy(steps);
    }

    @Override
    public void stepTo(long step) {
        bar.stepTo(step);
    }

    @Override
    public void note(String text) {
        bar.setExtraMessage(" " + text);
    }

    @Override
    public void close() {
        bar.close();
        out.println();
    }
}
