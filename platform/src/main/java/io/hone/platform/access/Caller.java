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
    private static final String UNNAMED = "unnamed";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SIGNATURE = 200;

    private final SecurityIdentity identity;
    private final AuthSettings settings;

    public Caller(SecurityIdentity identity, AuthSettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    /** As logs, the champion chain and the audit log tell it: one line, 1 to {@value #LONGEST_NAME} characters. */
    public String name() {
        return identity.isAnonymous() ? NOBODY : line(identity.getPrincipal().getName());
    }

    /** An identity provider may let people call themselves anything. */
    private static String line(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? UNNAMED : shortened(line, LONGEST_NAME);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /**
     * How a decision is signed in a history, in at most {@value #LONGEST_SIGNATURE} characters.
     *
     * @param given by the request itself; where callers are known it only says for whom the caller speaks
     */
    public String signature(Optional<String> given) {
        if (identity.isAnonymous()) {
            return shortened(given.orElse(A_PERSON), LONGEST_SIGNATURE);
        }
        return given.filter(name -> !name.equals(name())).map(this::signatureOf).orElseGet(this::name);
    }

    /** Who it is must be readable in full; for whom he speaks only he says. */
    private String signatureOf(String given) {
        String known = " (as %s)".formatted(name());
        return shortened(given, LONGEST_SIGNATURE - known.length()) + known;
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
