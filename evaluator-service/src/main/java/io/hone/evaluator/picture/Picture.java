package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Report;
import java.util.Optional;

/** What is drawn of an evaluation. */
enum Picture {
    CONFUSION("confusion"),
    RELIABILITY("reliability");

    private final String fileName;

    Picture(String fileName) {
        this.fileName = fileName;
    }

    /** Without its extension. */
    String fileName() {
        return fileName;
    }

    /** Empty for an evaluation of the first writers, which told too little. */
    Optional<String> svg(Evaluation evaluation) {
        return evaluation.report().map(report -> svg(evaluation, report));
    }

    private String svg(Evaluation evaluation, Report report) {
        return switch (this) {
            case CONFUSION -> ConfusionPicture.svg(evaluation, report);
            case RELIABILITY -> ReliabilityPicture.svg(evaluation, report);
        };
    }
}
