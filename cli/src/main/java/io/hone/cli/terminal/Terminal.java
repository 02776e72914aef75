package io.hone.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;

/** Where a command speaks to a person: results on one stream, failures on the other. */
public final class Terminal {

    /** Of what stands behind a tick. */
    private static final int INDENT = 4;

    private final PrintStream out;
    private final PrintStream err;
    private final Capabilities capabilities;

    public Terminal(PrintStream out, PrintStream err, Capabilities capabilities) {
        this.out = out;
        this.err = err;
        this.capabilities = capabilities;
    }

    public static Terminal ofSystem() {
        Capabilities capabilities = Capabilities.of(System.getProperties(), System.getenv());
        return new Terminal(
                stream(FileDescriptor.out, capabilities), stream(FileDescriptor.err, capabilities), capabilities);
    }

    private static PrintStream stream(FileDescriptor descriptor, Capabilities capabilities) {
        return new PrintStream(new FileOutputStream(descriptor), true, capabilities.charset());
    }

    public void line(String text) {
        out.println(asShown(text));
    }

    public void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    public void blank() {
        out.println();
    }

    public void heading(String text) {
        blank();
        line(styled(Style.BOLD, text));
    }

    /** Something was achieved. */
    public void done(String text) {
        line("  " + styled(Style.GOOD, capabilities.unicode() ? "✔" : "+") + " " + wrapped(text));
    }

    /** Something is not as wished. */
    public void bad(String text) {
        line("  " + styled(Style.BAD, capabilities.unicode() ? "✘" : "-") + " " + wrapped(text));
    }

    public void failure(CommandFailure failure) {
        failure(failure.getMessage(), failure.next());
    }

    /** Between words, and below where it began; a pipe gets one line. */
    private String wrapped(String text) {
        return capabilities.interactive() ? Wrapping.at(capabilities.columns() - INDENT - 1, INDENT, text) : text;
    }

    /** On the stream for errors, so that a pipe gets results only. */
    public void failure(String message, String next) {
        out.flush();
        err.println(asShown(styled(Style.BAD, "hone: ") + message));
        if (!next.isBlank()) {
            err.println(asShown(next.indent(6).stripTrailing()));
        }
    }

    /** Beside a result that is captured: on the stream for errors. */
    public void note(String text) {
        out.flush();
        err.println(asShown(wrapped(text)));
    }

    public String styled(Style style, String text) {
        return capabilities.colour() ? style.on(text) : text;
    }

    /** A line that is drawn over while something is waited for. Close it before anything else is printed. */
    public StatusLine statusLine() {
        return new StatusLine(out, capabilities);
    }

    /**
     * A bar, or a line for every tenth where lines cannot be drawn over. Close it before anything else is printed.
     *
     * @param unit what is counted, for the rate; empty for no rate
     */
    public Progress progress(String task, String unit, long steps) {
        return capabilities.interactive()
                ? new ProgressBarProgress(out, capabilities, task, unit, steps)
                : new ProgressLines(this, task, unit, steps);
    }

    public int columns() {
        return capabilities.columns();
    }

    private String asShown(String text) {
        return capabilities.unicode() ? text : Ascii.of(text);
    }
}
