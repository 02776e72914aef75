package io.hone.platform.access;

/** How people and machines say who they are. */
public enum AuthMode {
    /** By API keys of Hone's own. */
    KEYS,
    /** By tokens of an OpenID Connect provider, as {@code quarkus.oidc.*} says; keys open as well. */
    OIDC,
    /** Not at all: whoever reaches the service may do everything. Only on the loopback interface. */
    NONE
}
