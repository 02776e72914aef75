package io.hone.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody presents what looks like an API key. */
final class KeyRequest extends BaseAuthenticationRequest {

    private final String presented;

    KeyRequest(String presented) {
        this.presented = presented;
    }

    String presented() {
        return presented;
    }
}
