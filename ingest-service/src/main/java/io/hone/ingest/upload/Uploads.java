package io.hone.ingest.upload;

import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.Words;
import io.hone.ingest.load.CallerLimitException;
import io.hone.ingest.load.Pace;
import io.hone.platform.problem.InvalidFieldException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Begins the uploads that requests ask for. */
@Singleton
class Uploads {

    static final String KEY = "Idempotency-Key";

    static final String KEY_IS =
            "1 to 200 characters that no other request has: the same request sent again is answered as the first was, and nothing is sent twice";

    private static final int LONGEST_KEY = 200;

    private final Intake intake;
    private final Pace pace;
    private final Repeats repeats;
    private final Callers callers;

    Uploads(Intake intake, Pace pace, Repeats repeats, Callers callers) {
        this.intake = intake;
        this.pace = pace;
        this.repeats = repeats;
        this.callers = callers;
    }

    /**
     * @param images how many there are
     * @param idempotencyKey as the header has it; null when there is none
     * @throws CallerLimitException if its caller sends too many in too short a time
     * @throws InvalidFieldException if the key is empty, too long, or more than a line
     */
    Upload begin(ModelSettings settings, int images, String idempotencyKey) {
        Optional<String> key = Optional.ofNullable(idempotencyKey)
                .map(given -> InvalidFieldException.parse(KEY, given, () -> Words.line(KEY, given, LONGEST_KEY)));
        String caller = callers.name();
        pace.take(caller, images);
        return new Upload(
                intake,
                repeats,
                settings,
                key.map(text -> part -> new Repeats.Key(caller, settings.model(), text, part)));
    }
}
