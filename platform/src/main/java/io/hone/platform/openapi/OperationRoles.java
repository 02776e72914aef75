package io.hone.platform.openapi;

import io.hone.contracts.access.Role;
import io.hone.platform.access.Needs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Which role each operation {@link Needs}. */
final class OperationRoles {

    private static final DotName NEEDS = DotName.createSimple(Needs.class);

    private final Map<String, String> roles = new HashMap<>();

    OperationRoles(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(DotName.createSimple(Operation.class))) {
            MethodInfo method = operation.target().asMethod();
            Optional.ofNullable(method.annotation(NEEDS))
                    .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(NEEDS)))
                    .map(needs -> Role.valueOf(needs.value().asEnum()).word())
                    .ifPresent(role -> roles.put(id(operation), role));
        }
    }

    /** @throws IllegalStateException if the operation has none: examples and tests know it by its id */
    private static String id(AnnotationInstance operation) {
        if (operation.value("operationId") == null) {
            throw new IllegalStateException("%s has no operationId".formatted(operation.target()));
        }
        return operation.value("operationId").asString();
    }

    Optional<String> of(String operationId) {
        return Optional.ofNullable(roles.get(operationId));
    }
}
