package io.hone.platform.access;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.problem.InvalidFieldException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request through to a resource only with the role that the resource {@link Needs}. */
class AccessFilter {

    private static final String MODEL = "model";

    private final Caller caller;

    AccessFilter(Caller caller) {
        this.caller = caller;
    }

    /** Before the body is read: a stranger's upload is not taken in first. */
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(OwnProof.class)) {
            return;
        }
        if (!caller.isKnown()) {
            throw Refusals.unknown();
        }
        Needs needs = needs(resource)
                .orElseThrow(() -> new IllegalStateException(
                        "nobody said which role %s needs".formatted(resource.getResourceMethod())));
        Optional<ModelName> model = Optional.ofNullable(
                        request.getUriInfo().getPathParameters().getFirst(MODEL))
                .map(name -> InvalidFieldException.parse(MODEL, name, () -> new ModelName(name)));
        if (!mayPass(needs, model)) {
            throw Refusals.notAllowed(
                    caller.name(),
                    needs.value(),
                    model.map(name -> "model '" + name + "'").orElse(needs.anyModel() ? "any model" : "all models"));
        }
    }

    private boolean mayPass(Needs needs, Optional<ModelName> model) {
        Role role = needs.value();
        return model.map(name -> caller.may(role, name))
                .orElseGet(() -> needs.anyModel() ? caller.maySomewhere(role) : caller.mayEverywhere(role));
    }

    private static Optional<Needs> needs(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Needs.class)));
    }
}
