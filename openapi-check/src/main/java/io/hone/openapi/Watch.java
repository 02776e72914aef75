package io.hone.openapi;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks over a test's shoulder: every answer of the service must be as its OpenAPI document says. */
public final class Watch {

    private static final String API = "/v1/";
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();
    private static Contract contract;

    private Watch() {}

    /** What the running service says of itself. */
    public static Contract contract() {
        return contract(RestAssured.given());
    }

    /** @param request to the service, with what it takes to trust it */
    private static synchronized Contract contract(RequestSpecification request) {
        if (contract == null) {
            contract = new Contract(Document.parse(document(request.noFilters())));
        }
        return contract;
    }

    private static String document(RequestSpecification request) {
        ConfigProvider.getConfig()
                .getOptionalValue("hone.auth.root-key", String.class)
                .ifPresent(key -> request.header("X-API-Key", key));
        return request.accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The answers that were seen since the test at hand began. */
    public static Set<String> seen() {
        return new TreeSet<>(SEEN);
    }

    /** One that came by other ways than REST Assured's. */
    public static void saw(Answer answer) {
        if (answer.path().startsWith(API)) {
            contract().check(answer).ifPresent(SEEN::add);
        }
    }

    static void begin() {
        SEEN.clear();
        if (RestAssured.filters().stream().noneMatch(Looking.class::isInstance)) {
            RestAssured.filters(new Looking());
        }
    }

    private static final class Looking implements Filter {

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response response = context.next(request, expected);
            URI uri = URI.create(request.getURI());
            if (uri.getPort() == RestAssured.port) {
                contract(RestAssured.given()
                        .config(request.getConfig())
                        .baseUri(uri.getScheme() + "://" + uri.getHost()));
                saw(new Answer(
                        request.getMethod(),
                        uri.getRawPath(),
                        response.statusCode(),
                        Optional.ofNullable(response.contentType()).orElse(""),
                        response.asString()));
            }
            return response;
        }
    }
}
