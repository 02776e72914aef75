package io.hone.cli.push.source;

import java.util.List;

/** What a column may be for. */
public enum Column {
    IMAGE,
    LABEL,
    GROUP,
    ANNOTATOR,
    SPLIT;

    /** By which it is known without being told; the first one that is there counts. */
    List<String> names() {
        return switch (this) {
            case IMAGE ->
                List.of(
                        "image",
                        "image_url",
                        "url",
                        "address",
                        "path",
                        "file",
                        "file_name",
                        "filename",
                        "filepath",
                        "image_path");
            case LABEL -> List.of("label", "class", "class_name", "category", "cls");
            case GROUP -> List.of("group", "group_id");
            case ANNOTATOR -> List.of("annotator");
            case SPLIT -> List.of("split", "_split");
        };
    }
}
