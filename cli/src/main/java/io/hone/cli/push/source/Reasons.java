package io.hone.cli.push.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read, in words that are the same for all files: then they can be counted. */
public final class Reasons {

    static final String UNTOLD = "its name cannot be told in this locale: try again with LC_ALL=C.UTF-8";

    private Reasons() {}

    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return untold(missing.getFile()) ? UNTOLD : "there is no such file";
        } else if (failure instanceof AccessDeniedException) {
            return "it may not be read";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** A folder lists a name that the locale has no characters for with this one in their place; no file is called so. */
    private static boolean untold(String name) {
        return name != null && name.indexOf('\uFFFD') >= 0;
    }
}
