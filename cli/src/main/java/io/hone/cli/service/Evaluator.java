package io.hone.cli.service;

import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.Multipart;
import io.hone.cli.http.ServiceAwayException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The evaluator's HTTP interface. */
public final class Evaluator {

    private static final int NOT_FOUND = 404;
    private static final String NEXT = "See with ./hone status which models there are and whether all services run.";

    private final Http http;
    private final URI address;

    public Evaluator(Http http, URI address) {
        this.http = http;
        this.address = address;
    }

    public List<Model> models() throws ServiceAwayException {
        return http.get(address.resolve("/v1/models"))
                .orFail("the evaluator does not tell its models", NEXT)
                .readList(Model.class);
    }

    /** Empty when it is not registered. */
    public Optional<Model> model(String model) throws ServiceAwayException {
        return find(ModelUri.of(address, model, "")).map(answer -> answer.read(Model.class));
    }

    /** The answer as it is: what a refusal means depends on who asks. */
    public Answer register(Multipart registration) throws ServiceAwayException {
        return http.post(address.resolve("/v1/models"), registration);
    }

    /** Newest first. */
    public List<Evaluation> verdicts(String model) throws ServiceAwayException {
        return http.get(ModelUri.of(address, model, "verdicts"))
                .orFail("the evaluator does not tell its verdicts", NEXT)
                .readList(Evaluation.class);
    }

    /** Empty while there is none about this version. */
    public Optional<Evaluation> verdict(String model, int version) throws ServiceAwayException {
        return find(ModelUri.of(address, model, "verdicts/" + version)).map(answer -> answer.read(Evaluation.class));
    }

    /**
     * What a person decides about a champion or candidate. The answer as it is: what to do about a refusal depends on who
     * asks.
     *
     * @param what {@code rollback}, {@code promote}, {@code approve} or {@code reject}
     */
    public Answer decide(String model, String what, byte[] json, String idempotencyKey) throws ServiceAwayException {
        return http.post(ModelUri.of(address, model, what), json, idempotencyKey);
    }

    private Optional<Answer> find(URI uri) throws ServiceAwayException {
        Answer answer = http.get(uri);
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(answer.orFail("the evaluator does not answer as expected", NEXT));
    }
}
