package io.hone.cli.push.source;

import java.util.Locale;

/** The forms that labelled images come in, by the names of the option {@code --format}. */
public enum Format {
    FOLDER,
    WEBDATASET,
    LIST,
    METADATA;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
