package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read, in words that are the same for all files: then they can be counted. */
public final class Reasons {

    private Reasons() {}

    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file, or its name cannot be told in this locale (LC_ALL=C.UTF-8 can tell all)";
        } else if (failure instanceof AccessDeniedException) {
            return "it may not be read";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
