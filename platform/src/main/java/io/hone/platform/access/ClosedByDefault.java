package io.hone.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** No path is open to those nobody knows, metrics and the OpenAPI document included. Only health is. */
@Singleton
class ClosedByDefault implements HttpSecurityPolicy {

    private static final String HEALTH = "/q/health";

    private final AuthSettings settings;

    ClosedByDefault(AuthSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        String path = request.normalizedPath();
        if (settings.isOpen() || path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
