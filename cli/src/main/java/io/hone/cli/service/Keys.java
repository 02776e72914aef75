package io.hone.cli.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The evaluator's keys. Answers as they are: what a refusal means depends on who asks. */
public final class Keys {

    private static final String PATH = "/v1/keys";

    private final Http http;
    private final URI evaluator;

    public Keys(Http http, URI evaluator) {
        this.http = http;
        this.evaluator = evaluator;
    }

    /** @param grants such as {@code labeller:plants} */
    public Answer create(String name, List<String> grants) throws ServiceAwayException {
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode wanted = form.putArray("grants");
        grants.forEach(wanted::add);
        return http.post(evaluator.resolve(PATH), form.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Answer all() throws ServiceAwayException {
        return http.get(evaluator.resolve(PATH));
    }

    public Answer revoke(String id) throws ServiceAwayException {
        return http.delete(evaluator.resolve(PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
    }
}
