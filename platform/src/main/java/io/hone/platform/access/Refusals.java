package io.hone.platform.access;

import io.hone.contracts.access.Role;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** What those are told who may not do what they asked for. */
final class Refusals {

    private static final String WHO = "The key or token is missing, unknown, too old or revoked. Send an API key as"
            + " 'Authorization: Bearer <key>'; './hone key create' makes one.";

    private Refusals() {}

    static HttpProblem unknown() {
        return Problems.problem(Status.UNAUTHORIZED, "unknown-caller", "Who are you?", WHO)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** The same, where there is no resource to answer. */
    static String unknownCaller() {
        return "{\"type\":\"urn:hone:problem:unknown-caller\",\"status\":401,\"title\":\"Who are you?\",\"detail\":\"%s\"}"
                .formatted(WHO);
    }

    static HttpProblem notAllowed(String caller, Role needed, String where) {
        return Problems.problem(
                        Status.FORBIDDEN,
                        "not-allowed",
                        "Not allowed",
                        "'%s' lacks the role %s for %s: ask whoever gives out keys for '%s'"
                                .formatted(caller, needed.word(), where, needed.word()))
                .with("field", "role")
                .with("limit", needed.word())
                .build();
    }
}
