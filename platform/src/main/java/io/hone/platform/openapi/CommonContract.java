package io.hone.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes each service's OpenAPI document as it is built: who may do what, the answers that come before a resource is
 * asked, problem details, parameters that mean the same everywhere, and examples, which lie beside the service as {@code
 * META-INF/openapi/<operation id>.json}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonContract implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String KEY = "key";

    private final OperationRoles roles;
    private final Set<String> optional;

    public CommonContract(IndexView index) {
        roles = new OperationRoles(index);
        optional = OptionalComponents.names(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(ProblemSchema.NAME, ProblemSchema.make());
        document.getComponents().addSecurityScheme(BEARER, bearer());
        document.getComponents().addSecurityScheme(KEY, key());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
        Schemas.tidy(document, optional);
    }

    private void complete(String path, Operation operation) {
        roles.of(operation.getOperationId()).ifPresent(role -> {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(KEY));
            operation.addExtension("x-hone-role", role);
        });
        CommonParameters.describe(operation);
        CommonAnswers.add(path, operation);
        OperationExamples.of(operation).add();
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .description("An API key, or a token of the OpenID Connect provider that the service was told of");
    }

    private static SecurityScheme key() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("An API key, as './hone key create' makes it");
    }
}
