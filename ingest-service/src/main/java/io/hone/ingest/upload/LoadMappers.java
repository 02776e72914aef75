package io.hone.ingest.upload;

import io.hone.ingest.intake.BusyException;
import io.hone.ingest.load.CallerLimitException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells those who are not let in when to come again. */
class LoadMappers {

    @ServerExceptionMapper({CallerLimitException.class, BusyException.class})
    Response later(RuntimeException tooMuch) {
        return Refusals.problem(tooMuch).toResponse();
    }
}
