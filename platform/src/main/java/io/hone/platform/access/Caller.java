package io.hone.platform.access;

import io.hone.contracts.access.Grant;
import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** Who sent the request at hand, and what he may do. */
@Singleton
public class Caller {

    private static final String NOBODY = "anonymous";
    private static final String A_PERSON = "a person";

    private final SecurityIdentity identity;
    private final AuthSettings settings;

    public Caller(SecurityIdentity identity, AuthSettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    /** As logs, the champion chain and the audit log tell it. */
    public String name() {
        return identity.isAnonymous() ? NOBODY : identity.getPrincipal().getName();
    }

    /**
     * How a decision is signed in a history.
     *
     * @param given by the request itself; where callers are known it only says for whom the caller speaks
     */
    public String signature(Optional<String> given) {
        if (identity.isAnonymous()) {
            return given.orElse(A_PERSON);
        }
        return given.filter(name -> !name.equals(name()))
                .map(name -> "%s (as %s)".formatted(name, name()))
                .orElseGet(this::name);
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    public boolean isKnown() {
        return settings.isOpen() || !isAnonymous();
    }

    public boolean may(Role role, ModelName model) {
        return settings.isOpen() || grants().anyMatch(grant -> grant.allows(role, model));
    }

    /** For every model, and what belongs to none. */
    public boolean mayEverywhere(Role role) {
        return settings.isOpen() || grants().anyMatch(grant -> grant.allowsAll(role));
    }

    public boolean maySomewhere(Role role) {
        return settings.isOpen() || grants().anyMatch(grant -> grant.role().includes(role));
    }

    private Stream<Grant> grants() {
        return identity.getRoles().stream().flatMap(role -> grant(role).stream());
    }

    /** An identity provider may give roles that have nothing to do with Hone. */
    private static Optional<Grant> grant(String role) {
        try {
            return Optional.of(Grant.of(role));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
