package io.hone.ingest.cvat;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * One image of a job.
 *
 * @param labels of its tags, each once
 */
record Frame(Job job, int number, List<String> labels) {

    Frame {
        Checks.present("job", job);
        Checks.atLeast("number", number, 0);
        labels = List.copyOf(labels);
    }
}
