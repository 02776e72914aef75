package io.hone.vision.archive;

import io.hone.vision.archive.ModuleTree.Module;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of the head's class. It notes the number of classes, which nothing computes with; modules of the same sizes
 * may share the class, and then the note is left as it is.
 */
final class HeadCode {

    private static final String NOTE = "  out_features : Final[int] = ";

    private final ModuleTree tree;
    private final String className;
    private final String text;

    private HeadCode(ModuleTree tree, String className, ScriptCode code) {
        this.tree = tree;
        this.className = className;
        this.text = code.texts().get(ScriptCode.entryOf(className));
    }

    static HeadCode of(OpenArchive archive, Head head) {
        String className = archive.tree().modules().stream()
                .filter(module -> module.name().equals(head.module()))
                .findFirst()
                .map(Module::className)
                .orElseThrow();
        return new HeadCode(archive.tree(), className, archive.code());
    }

    String entry() {
        return ScriptCode.entryOf(className);
    }

    boolean isOnlyTheHeads() {
        return tree.modules().stream()
                        .filter(module -> module.className().equals(className))
                        .count()
                == 1;
    }

    /** The whole text, with this as the number of classes. */
    String withClasses(String classes) {
        String declaration = "class %s(".formatted(className.substring(className.lastIndexOf('.') + 1));
        List<String> lines = new ArrayList<>();
        boolean within = false;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("class ")) {
                within = line.startsWith(declaration);
            }
            lines.add(within && line.startsWith(NOTE) ? NOTE + classes : line);
        }
        return String.join("\n", lines);
    }
}
