package io.hone.cli.http;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLException;

/** A service did not answer: not there, or gone in the middle. */
public final class ServiceAwayException extends IOException {

    private static final long serialVersionUID = 1L;

    private final URI uri;

    ServiceAwayException(URI uri, IOException cause) {
        super(uri + " does not answer: " + reason(cause), cause);
        this.uri = uri;
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    public CommandFailure asFailure() {
        if (getCause() instanceof SSLException) {
            return new CommandFailure(
                    "%s://%s is not known to be what it says: %s"
                            .formatted(
                                    uri.getScheme(),
                                    uri.getAuthority(),
                                    getCause().getMessage()),
                    "If an authority of your own vouches for it, name its certificate with --ca FILE or HONE_CA.",
                    this);
        }
        return new CommandFailure(
                "nothing answers at %s://%s".formatted(uri.getScheme(), uri.getAuthority()),
                "Start Hone with ./hone up, or see with ./hone status what runs where.",
                this);
    }
}
