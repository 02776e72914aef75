package io.hone.platform.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Answers that any operation may give, most of them before it is asked at all. */
final class CommonAnswers {

    private static final String ANY = "*/*";
    private static final Map<String, String> HEADERS = Map.of(
            "401", "WWW-Authenticate",
            "429", "Retry-After",
            "503", "Retry-After");

    private CommonAnswers() {}

    static void add(String path, Operation operation) {
        APIResponses answers = operation.getResponses();
        if (operation.getExtensions() != null && operation.getExtensions().containsKey("x-hone-role")) {
            add(answers, "401", "The key or token is missing, unknown, too old or revoked");
            add(answers, "403", "Whose key it is lacks the role: see limit");
        }
        if (path.contains("{model}")) {
            add(answers, "400", "A field is not as it must be: see field and value");
            add(answers, "404", "No such model is registered");
        }
        if (!isOfSeveralMethods(operation)) {
            add(answers, "406", "None of the types that the caller accepts can be given");
        }
        if (operation.getRequestBody() != null) {
            add(answers, "413", "The request has more bytes than are read of any: see limit");
            if (!operation.getRequestBody().getContent().hasMediaType(ANY)) {
                add(answers, "415", "The request's body is of another type");
            }
        }
        add(answers, "503", "The bucket or Kafka is away: see Retry-After");
        answers.getAPIResponses().forEach(CommonAnswers::complete);
    }

    /** Where the type of the request's body chooses among methods, nobody looks at what the caller accepts. */
    private static boolean isOfSeveralMethods(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().getMediaTypes().size() > 1;
    }

    private static void add(APIResponses answers, String status, String description) {
        if (!answers.hasAPIResponse(status)) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static void complete(String status, APIResponse answer) {
        if (status.startsWith("4") || status.startsWith("5")) {
            answer.setContent(OASFactory.createContent()
                    .addMediaType(
                            ProblemSchema.MEDIA_TYPE,
                            OASFactory.createMediaType().schema(ProblemSchema.reference())));
        }
        if (HEADERS.containsKey(status)) {
            answer.addHeader(HEADERS.get(status), header());
        }
    }

    private static Header header() {
        return OASFactory.createHeader().schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
