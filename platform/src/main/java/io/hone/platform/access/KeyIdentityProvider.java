package io.hone.platform.access;

import io.hone.contracts.access.Grant;
import io.hone.contracts.access.Role;
import io.hone.registry.access.ApiKey;
import io.hone.registry.access.KeyText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Whose key it is, and what he may do. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<KeyRequest> {

    private static final String ROOT = "root";
    private static final String SCRAPER = "metrics";

    private final AuthSettings settings;
    private final KeyRing keys;

    KeyIdentityProvider(AuthSettings settings, KeyRing keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        if (settings.root().filter(root -> root.is(request.presented())).isPresent()) {
            return Uni.createFrom().item(identity(ROOT, List.of(Grant.ofAll(Role.OPERATOR))));
        }
        if (settings.metrics()
                .filter(scraper -> scraper.is(request.presented()))
                .isPresent()) {
            // Without a grant it opens only what asks for none: metrics and the OpenAPI document.
            return Uni.createFrom().item(identity(SCRAPER, List.of()));
        }
        // The bucket may be asked, and may take its time.
        return context.runBlocking(() -> {
            ApiKey key = KeyText.parse(request.presented())
                    .flatMap(keys::find)
                    .orElseThrow(() -> new AuthenticationFailedException("there is no such key, or it was revoked"));
            return identity(key.name(), key.grants());
        });
    }

    private static SecurityIdentity identity(String name, List<Grant> grants) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name));
        grants.forEach(grant -> identity.addRole(grant.toString()));
        return identity.build();
    }
}
