package io.hone.evaluator.access;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Grant;
import io.hone.platform.problem.InvalidFieldException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a key is asked for with.
 *
 * @param name of its holder, 1 to 100 characters
 * @param grants such as {@code labeller:plants}, {@code operator:*}, 1 to 100
 */
@Schema(requiredProperties = {"name", "grants"})
record KeyForm(String name, List<String> grants) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_GRANTS = 100;

    /** As histories tell what came from the configuration, from nobody, and from the evaluator itself. */
    private static final Set<String> TAKEN = Set.of("root", "metrics", "anonymous", "evaluator", "registration");

    /** @throws InvalidFieldException if it is nobody's name, or one that histories know already */
    String checkedName() {
        InvalidFieldException.parse("name", name, () -> Checks.line("name", name, LONGEST_NAME));
        if (TAKEN.contains(name.strip().toLowerCase(Locale.ROOT))) {
            throw new InvalidFieldException(
                    "name", name, "name is '%s', which Hone itself goes by: choose another".formatted(name));
        }
        return name;
    }

    /** @throws InvalidFieldException if there are none, too many, or one that is no grant */
    List<Grant> checkedGrants() {
        if (grants == null) {
            throw new InvalidFieldException("grants", null, "grants is missing, such as [\"labeller:plants\"]");
        }
        InvalidFieldException.parse(
                "grants",
                String.valueOf(grants.size()),
                () -> Checks.within("number of grants", grants.size(), 1, MOST_GRANTS));
        return grants.stream()
                .map(grant -> InvalidFieldException.parse("grants", grant, () -> Grant.of(grant)))
                .distinct()
                .toList();
    }
}
