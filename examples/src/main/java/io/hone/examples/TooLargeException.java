package io.hone.examples;

import java.io.IOException;

/** There is more of it than anybody should hold; the message names the limit. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
