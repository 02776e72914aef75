package io.hone.platform.openapi;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Components of records that may be absent: where they have a schema of their own, an enum's say, theirs does not tell. */
final class OptionalComponents {

    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    private OptionalComponents() {}

    /** As {@code RunView.kind}. */
    static Set<String> names(IndexView index) {
        return index.getKnownClasses().stream()
                .flatMap(type -> type.fields().stream()
                        .filter(field -> OPTIONAL.equals(field.type().name()))
                        .map(field -> type.simpleName() + "." + field.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
