package io.hone.vision.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code in which what reads {@code training} reads a second attribute as well, and trains if both say so. */
final class FrozenCode {

    private static final String DECLARATION = "  training : bool";
    private static final String CLASS = "class ";
    private static final String MODULE = "(Module):";

    /** A text in quotes, which stays; or a read of the attribute, and not of a type, a call or an assignment. */
    private static final Pattern READ =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|([\\w.]+|\\))\\.training\\b(?![.(\\w])(?! = )");

    private final String attribute;

    /** @param attribute a name that nothing in the code bears */
    FrozenCode(String attribute) {
        this.attribute = attribute;
    }

    static FrozenCode of(ScriptCode code) {
        String attribute = "learning";
        while (mentions(code, attribute)) {
            attribute += "_";
        }
        return new FrozenCode(attribute);
    }

    private static boolean mentions(ScriptCode code, String word) {
        Pattern whole = Pattern.compile("\\b%s\\b".formatted(word));
        return code.texts().values().stream()
                .anyMatch(text -> whole.matcher(text).find());
    }

    String attribute() {
        return attribute;
    }

    String rewritten(String text) {
        List<String> lines = new ArrayList<>();
        boolean plainClass = false;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(CLASS)) {
                plainClass = !line.endsWith(MODULE);
            }
            lines.add(plainClass ? line : READ.matcher(line).replaceAll(this::both));
            if (!plainClass && line.equals(DECLARATION)) {
                lines.add("  %s : bool".formatted(attribute));
            }
        }
        return String.join("\n", lines);
    }

    private String both(MatchResult read) {
        String module = read.group(1);
        if (module == null) {
            return Matcher.quoteReplacement(read.group());
        }
        if (module.equals(")")) {
            throw new NotTorchScriptException(
                    "the code reads .training of what has no name, its modules cannot be frozen one by one");
        }
        return "torch.__and__(%s.training, %s.%s)".formatted(module, module, attribute);
    }
}
