package io.hone.ingest.upload;

import io.hone.images.ImageDecoder;
import io.hone.ingest.body.Forms;
import io.hone.ingest.load.Admission;
import io.hone.ingest.load.Pass;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets an upload in, or says why not, before any of its body is read. */
class AdmissionFilter {

    /** After it is known who calls, and that he may. */
    private static final int AFTER_ACCESS = Priorities.USER + 100;

    private final Admission admission;
    private final Callers callers;
    private final int most;

    AdmissionFilter(Admission admission, Callers callers, ImageDecoder decoder, Forms forms) {
        this.admission = admission;
        this.callers = callers;
        this.most = decoder.limits().maxBytes() + forms.mostInMemory();
    }

    @Admitted
    @ServerRequestFilter(priority = AFTER_ACCESS)
    public void admit(ContainerRequestContext request, RoutingContext http) {
        Pass pass = admission.admit(callers.name(), expected(request.getLength()));
        http.addEndHandler(ended -> pass.close());
    }

    /** However many images a request brings, it holds one at a time, and what is small of its form. */
    private int expected(int announced) {
        return announced < 0 ? most : Math.min(announced, most);
    }
}
