package io.hone.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.model.ModelName;
import java.util.Optional;

/**
 * A role, for one model or for all of them. As text {@code operator:plants}, {@code viewer:*}; the role alone is for all
 * models, too, so that an identity provider's plain roles can be used.
 *
 * @param model empty for all models, those to come included
 */
public record Grant(Role role, Optional<ModelName> model) {

    private static final String ALL = "*";

    public Grant {
        Checks.present("role", role);
        Checks.present("model", model);
    }

    public static Grant ofAll(Role role) {
        return new Grant(role, Optional.empty());
    }

    /** @throws IllegalArgumentException if it is no role, or no name of a model follows it */
    @JsonCreator
    public static Grant of(String text) {
        String[] parts = text.split(":", 2);
        Role role = Role.of(parts[0]);
        return parts.length == 1 || parts[1].equals(ALL)
                ? ofAll(role)
                : new Grant(role, Optional.of(new ModelName(parts[1])));
    }

    /** Of things that belong to no model, and of those that concern all. */
    public boolean allowsAll(Role needed) {
        return model.isEmpty() && role.includes(needed);
    }

    public boolean allows(Role needed, ModelName which) {
        return role.includes(needed) && model.map(which::equals).orElse(true);
    }

    @Override
    @JsonValue
    public String toString() {
        return role.word() + ":" + model.map(ModelName::value).orElse(ALL);
    }
}
