package io.hone.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** What records leave out of their JSON when there is nothing to tell, though it is no Optional. */
final class LeftOut {

    private LeftOut() {}

    /** As {@code Report.unasked}: the record's simple name, and the component's. */
    static Set<String> of(IndexView index) {
        return index.getAnnotations(DotName.createSimple(JsonInclude.class)).stream()
                .filter(include -> include.value() != null
                        && JsonInclude.Include.NON_EMPTY
                                .name()
                                .equals(include.value().asEnum()))
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.FIELD)
                .map(AnnotationTarget::asField)
                .map(LeftOut::name)
                .collect(Collectors.toSet());
    }

    private static String name(FieldInfo field) {
        return field.declaringClass().simpleName() + "." + field.name();
    }
}
