package io.hone.cli.terminal;

import java.io.PrintStream;

/** What is being waited for; gone without a trace once it is closed. Nothing at all where lines cannot be drawn over. */
public final class StatusLine implements AutoCloseable {

    private final PrintStream out;
    private final Capabilities capabilities;
    private int shown;

    StatusLine(PrintStream out, Capabilities capabilities) {
        this.out = out;
        this.capabilities = capabilities;
    }

    public void show(String text) {
        if (!capabilities.interactive()) {
            return;
        }
        String line = "  " + (capabilities.unicode() ? text : Ascii.of(text));
        String cut = line.substring(0, Math.min(line.length(), capabilities.columns() - 1));
        out.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
        out.flush();
        shown = cut.length();
    }

    @Override
    public void close() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
