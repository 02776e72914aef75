package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entries of a source, read; images are texts here. */
record Taken(long counted, List<Entry> entries, List<String> images, List<String> failures) {

    static Taken from(Source source) throws IOException {
        List<Entry> all = new ArrayList<>();
        List<String> images = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (source;
                Entries entries = source.entries()) {
            for (Optional<Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                all.add(entry.get());
                take(entry.get(), images, failures);
            }
            return new Taken(source.count(), all, images, failures);
        }
    }

    private static void take(Entry entry, List<String> images, List<String> failures) {
        if (entry instanceof Entry.Unusable unusable) {
            failures.add(unusable.name() + ": " + unusable.reason());
        } else if (entry instanceof Entry.Image image) {
            try {
                images.add(image.labelling().label() + " "
                        + new String(image.content().near().read(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                failures.add(image.name() + ": " + Reasons.of(e));
            }
        }
    }

    List<Labelling> labellings() {
        return entries.stream()
                .filter(Entry.Image.class::isInstance)
                .map(entry -> ((Entry.Image) entry).labelling())
                .toList();
    }

    static Sources sources() {
        return new Sources(Columns.usual(), ClassList.none(), Optional.empty(), FetchLimits.USUAL);
    }

    static Sources sources(Map<Column, String> columns, ClassList classes) {
        return new Sources(new Columns(columns), classes, Optional.empty(), FetchLimits.USUAL);
    }
}
