package io.hone.trainer.finetune;

import java.util.Random;

/**
 * Positions in batches, each once an epoch, in an order that is new each epoch. What does not fill a batch at an epoch's
 * end is left out, for BatchNorm learns little from a handful of images; where there are fewer images than a batch holds,
 * they are the batch.
 */
final class ShuffledOrder {

    private final int[] positions;
    private final int batchSize;
    private final Random random;
    private int next;

    ShuffledOrder(int count, int batchSize, Random random) {
        this.positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = i;
        }
        this.batchSize = Math.min(batchSize, count);
        this.random = random;
        this.next = count;
    }

    int[] nextBatch() {
        if (next + batchSize > positions.length) {
            shuffle();
            next = 0;
        }
        int[] batch = new int[batchSize];
        System.arraycopy(positions, next, batch, 0, batchSize);
        next += batchSize;
        return batch;
    }

    /** Fisher and Yates, as in Knuth, The Art of Computer Programming, volume 2, algorithm P. */
    private void shuffle() {
        for (int i = positions.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int position = positions[i];
            positions[i] = positions[j];
            positions[j] = position;
        }
    }
}
