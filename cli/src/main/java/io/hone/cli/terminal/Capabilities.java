package io.hone.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * What the place that output goes to can show.
 *
 * @param interactive whether a line may be drawn over, as for progress bars; not so in a pipe or a file
 * @param colour whether ANSI colours are welcome
 * @param unicode whether more than ASCII can be shown
 * @param columns how wide it is, in characters
 */
public record Capabilities(boolean interactive, boolean colour, boolean unicode, int columns) {

    private static final int NARROWEST = 40;
    private static final int USUAL = 80;

    public Capabilities {
        columns = columns < NARROWEST ? USUAL : columns;
    }

    public static Capabilities plain() {
        return new Capabilities(false, false, false, USUAL);
    }

    /** The launcher says whether there is a terminal: Java itself cannot tell before version 22. */
    static Capabilities of(Properties properties, Map<String, String> environment) {
        boolean terminal = Boolean.parseBoolean(properties.getProperty("hone.terminal"))
                && !"dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Capabilities(
                terminal, terminal && !noColour, terminal && speaksUtf8(environment), columns(properties));
    }

    private static boolean speaksUtf8(Map<String, String> environment) {
        String locale = environment.getOrDefault(
                "LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
        return locale.toUpperCase(java.util.Locale.ROOT).replace("-", "").endsWith("UTF8");
    }

    private static int columns(Properties properties) {
        String columns = properties.getProperty("hone.columns", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
    }

    Charset charset() {
        return unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }
}
