package io.hone.cli.push.source;

import java.io.IOException;

/** More arrives than is read of an image. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("it has more than the %d bytes that are read of an image".formatted(most));
    }
}
