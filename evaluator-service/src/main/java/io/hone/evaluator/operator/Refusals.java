package io.hone.evaluator.operator;

import io.hone.evaluator.promotion.MoveRefusedException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/** Why the champion stays where it is, as problem details. */
final class Refusals {

    private Refusals() {}

    static HttpProblem problem(MoveRefusedException refusal) {
        HttpProblem.Builder problem = Problems.problem(
                        status(refusal.why()), type(refusal.why()), title(refusal.why()), refusal.getMessage())
                .with("field", refusal.field());
        refusal.value().ifPresent(value -> problem.with("value", value));
        refusal.limit().ifPresent(limit -> problem.with("limit", limit));
        return problem.build();
    }

    private static int status(MoveRefusedException.Why why) {
        return switch (why) {
            case UNKNOWN_VERSION -> Status.NOT_FOUND.getStatusCode();
            case NOT_AWAITING_APPROVAL, NOT_A_CANDIDATE, CHAMPION_MOVED -> Status.CONFLICT.getStatusCode();
            case NEVER_CHAMPION, UNUSABLE_VERSION, OTHER_CLASSES, KEY_REUSED -> Problems.UNPROCESSABLE_CONTENT;
        };
    }

    private static String type(MoveRefusedException.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(MoveRefusedException.Why why) {
        return switch (why) {
            case UNKNOWN_VERSION -> "Unknown version";
            case NEVER_CHAMPION -> "Nothing to go back to";
            case UNUSABLE_VERSION -> "The version cannot be used";
            case OTHER_CLASSES -> "Its classes are others";
            case NOT_AWAITING_APPROVAL -> "No approval is awaited";
            case NOT_A_CANDIDATE -> "No candidate any more";
            case CHAMPION_MOVED -> "The champion moved";
            case KEY_REUSED -> "The key was used before";
        };
    }
}
