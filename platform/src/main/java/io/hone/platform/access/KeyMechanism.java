package io.hone.platform.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Takes API keys out of requests: {@code Authorization: Bearer <key>} or {@code X-API-Key: <key>}. */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {

    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final int UNAUTHORIZED = 401;

    private final AuthSettings settings;

    KeyMechanism(AuthSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return presented(context)
                .map(key -> providers.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new KeyRequest(key), context)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<String> presented(RoutingContext context) {
        if (settings.isOpen()) {
            return Optional.empty();
        }
        String header = context.request().getHeader(HEADER);
        if (header != null) {
            return Optional.of(header);
        }
        // A token of an identity provider is left to the mechanism for those.
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(token -> settings.mode() == AuthMode.KEYS || !looksLikeJwt(token));
    }

    private static boolean looksLikeJwt(String token) {
        return token.chars().filter(letter -> letter == '.').count() == 2;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, WWW_AUTHENTICATE, "Bearer"));
    }

    /** With a body, unlike the challenges of other mechanisms: whoever comes without a key is told where to get one. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return Uni.createFrom().item(true);
        }
        response.setStatusCode(UNAUTHORIZED)
                .putHeader(WWW_AUTHENTICATE, "Bearer")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        response.end(Refusals.unknownCaller());
        return Uni.createFrom().item(true);
    }

    /** Well before that for tokens, which would take every key for a broken token. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
