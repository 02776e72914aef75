package io.hone.ingest.shutdown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what the service's end needs. */
@ApplicationScoped
class ShutdownBeans {

    @Produces
    @Singleton
    OpenRequests requests() {
        return new OpenRequests();
    }
}
