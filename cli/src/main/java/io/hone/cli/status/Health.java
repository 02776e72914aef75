package io.hone.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether a service can do its work, and what it misses if not. */
record Health(boolean isReady, String describe) {

    static Health of(Http http, URI service) {
        try {
            Answer answer = http.get(service.resolve("/q/health/ready"));
            return answer.isOk() ? new Health(true, "ready") : new Health(false, missing(answer));
        } catch (ServiceAwayException e) {
            return new Health(false, "away");
        }
    }

    private static String missing(Answer answer) {
        List<String> down = new ArrayList<>();
        for (JsonNode check : answer.json().path("checks")) {
            if (!"UP".equals(check.path("status").asText())) {
                down.add(check.path("name").asText());
            }
        }
        return down.isEmpty() ? "not ready" : "not ready: " + String.join(", ", down);
    }
}
