package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A TorchScript file with some entries exchanged: the same folder, the same order. */
final class ArchiveCopy {

    private final OpenArchive archive;
    private final Map<String, Content> exchanged = new HashMap<>();

    ArchiveCopy(OpenArchive archive) {
        this.archive = archive;
    }

    /** Instead of an entry that is there. */
    ArchiveCopy with(String name, Content content) {
        exchanged.put(name, content);
        return this;
    }

    /** What debuggers want about the text no longer fits: it goes. */
    ArchiveCopy withCode(String name, String text) {
        if (text.equals(archive.code().texts().get(name))) {
            return this;
        }
        exchanged.put(ScriptCode.debugEntryOf(name), null);
        return with(name, Content.of(text.getBytes(UTF_8)));
    }

    /** @throws java.io.UncheckedIOException if the file cannot be written */
    void write(Path to) {
        ZipEntries zip = archive.zip();
        Map<String, Content> entries = new LinkedHashMap<>();
        zip.names().filter(name -> !isGone(name)).forEach(name -> {
            Content content = exchanged.get(name);
            entries.put(zip.root() + name, content == null ? new CopiedEntry(zip, name) : content);
        });
        StoredZip.write(to, entries);
    }

    private boolean isGone(String name) {
        return exchanged.containsKey(name) && exchanged.get(name) == null;
    }
}
