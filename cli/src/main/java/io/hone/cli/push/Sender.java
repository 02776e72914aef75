package io.hone.cli.push;

import java.util.List;

/** Takes batches, several at a time. */
@FunctionalInterface
interface Sender {

    /** One outcome for each image, in no particular order. */
    List<Outcome> send(List<LabelledImage> images);
}
