package io.hone.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * No path is open to those nobody knows, metrics and the OpenAPI document included. Only health is, and each {@link
 * OpenPath}.
 */
@Singleton
class ClosedByDefault implements HttpSecurityPolicy {

    private static final String HEALTH = "/q/health";

    private final AuthSettings settings;
    private final List<OpenPath> openPaths;

    ClosedByDefault(AuthSettings settings, @Any Instance<OpenPath> openPaths) {
        this.settings = settings;
        this.openPaths = openPaths.stream().toList();
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        String path = request.normalizedPath();
        if (settings.isOpen() || isOpen(path)) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }

    private boolean isOpen(String path) {
        return path.equals(HEALTH)
                || path.startsWith(HEALTH + "/")
                || openPaths.stream().anyMatch(open -> open.includes(path));
    }
}
