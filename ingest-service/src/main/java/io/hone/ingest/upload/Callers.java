package io.hone.ingest.upload;

import io.hone.platform.access.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** Tells senders of requests apart, to be fair to each. */
@Singleton
class Callers {

    private final Caller caller;
    private final CurrentVertxRequest request;

    Callers(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** Of the key or person; where nobody has to say who he is, of the machine. */
    String name() {
        return caller.isAnonymous()
                ? request.getCurrent().request().remoteAddress().hostAddress()
                : caller.name();
    }
}
