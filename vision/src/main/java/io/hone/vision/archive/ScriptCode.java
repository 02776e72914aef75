package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that {@code code/**.py} declares, by qualified name. The text is what PyTorch's printer writes: one
 * declaration a line, two blanks inside of a class, four inside of a method.
 */
final class ScriptCode {

    static final String FOLDER = "code/";
    private static final String EXTENSION = ".py";
    static final String DEBUG_EXTENSION = ".debug_pkl";
    private static final Pattern CLASS = Pattern.compile("class (\\w+)(?:\\((\\w+)\\))?:");
    private static final Pattern ATTRIBUTE = Pattern.compile("  (\\w+) : (.*)");
    private static final Pattern METHOD = Pattern.compile("  def (\\w+)\\(.*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final String PARAMETERS = "  __parameters__ = ";
    private static final String BUFFERS = "  __buffers__ = ";

    private final Map<String, ScriptClass> classes = new HashMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    private ScriptCode() {}

    static ScriptCode of(ZipEntries zip) {
        ScriptCode code = new ScriptCode();
        zip.names()
                .filter(name -> name.startsWith(FOLDER) && name.endsWith(EXTENSION))
                .forEach(name -> code.texts.put(name, new String(zip.read(name), UTF_8)));
        code.texts.forEach((name, text) -> code.add(module(name), text));
        return code;
    }

    /** The entry whose text declares a class or function. */
    static String entryOf(String qualifiedName) {
        String module = qualifiedName.substring(0, qualifiedName.lastIndexOf('.'));
        return FOLDER + module.replace('.', '/') + EXTENSION;
    }

    /** What debuggers want about a text: it says where each of its bytes came from. */
    static String debugEntryOf(String entry) {
        return entry + DEBUG_EXTENSION;
    }

    /** Texts by the names of their entries, in the order of the alphabet. */
    Map<String, String> texts() {
        return texts;
    }

    Optional<ScriptClass> find(String qualifiedName) {
        return Optional.ofNullable(classes.get(qualifiedName));
    }

    private static String module(String name) {
        return name.substring(FOLDER.length(), name.length() - EXTENSION.length())
                .replace('/', '.');
    }

    private void add(String module, String text) {
        ScriptClass current = null;
        for (String line : text.split("\n", -1)) {
            Matcher declaration = CLASS.matcher(line);
            if (declaration.matches()) {
                current = new ScriptClass(
                        "Module".equals(declaration.group(2)),
                        new HashMap<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new ArrayList<>());
                classes.put(module + "." + declaration.group(1), current);
            } else if (current != null) {
                addLine(current, line);
            }
        }
    }

    private static void addLine(ScriptClass current, String line) {
        Matcher attribute = ATTRIBUTE.matcher(line);
        Matcher method = METHOD.matcher(line);
        if (attribute.matches()) {
            current.attributes().put(attribute.group(1), attribute.group(2));
        } else if (method.matches()) {
            current.methods().add(method.group(1));
        } else if (line.startsWith(PARAMETERS)) {
            current.parameters().addAll(quoted(line));
        } else if (line.startsWith(BUFFERS)) {
            current.buffers().addAll(quoted(line));
        }
    }

    private static Set<String> quoted(String line) {
        return new HashSet<>(
                QUOTED.matcher(line).results().map(result -> result.group(1)).toList());
    }
}
