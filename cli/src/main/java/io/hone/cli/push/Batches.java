package io.hone.cli.push;

import java.util.ArrayList;
import java.util.List;

/**
 * How many images travel in one request.
 *
 * @param images at most
 * @param bytes at most, unless one image alone has more
 */
record Batches(int images, long bytes) {

    static final Batches USUAL = new Batches(64, 4L << 20);

    List<List<LabelledFile>> of(List<LabelledFile> all) {
        List<List<LabelledFile>> batches = new ArrayList<>();
        List<LabelledFile> batch = new ArrayList<>();
        long size = 0;
        for (LabelledFile image : all) {
            if (!batch.isEmpty() && (batch.size() == images || size + image.bytes() > bytes)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                size = 0;
            }
            batch.add(image);
            size += image.bytes();
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
