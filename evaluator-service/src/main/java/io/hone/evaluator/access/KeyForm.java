package io.hone.evaluator.access;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Grant;
import io.hone.platform.problem.InvalidFieldException;
import java.util.List;

/**
 * What a key is asked for with.
 *
 * @param name of its holder, 1 to 100 characters
 * @param grants such as {@code labeller:plants}, {@code operator:*}, 1 to 100
 */
record KeyForm(String name, List<String> grants) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_GRANTS = 100;

    /** @throws InvalidFieldException if it is nobody's name */
    String checkedName() {
        return InvalidFieldException.parse("name", name, () -> Checks.line("name", name, LONGEST_NAME));
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
