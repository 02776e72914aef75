package io.hone.cli.push;

import java.util.Arrays;

/** Numbers that are spread evenly over all that there are, as digests are; of a million it takes some 24 megabytes. */
final class LongSet {

    private static final int LEAST = 1024;

    private long[] slots = new long[LEAST];
    private int size;
    private boolean hasZero;

    /** @return whether it was not there before */
    boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int slot = slot(slots, number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        if (size > slots.length / 3 * 2) {
            grow();
        }
        return true;
    }

    boolean contains(long number) {
        return number == 0 ? hasZero : slots[slot(slots, number)] == number;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        Arrays.stream(slots).filter(number -> number != 0).forEach(number -> larger[slot(larger, number)] = number);
        slots = larger;
    }

    /** Where it is, or the free place that it takes. The length is a power of two. */
    private static int slot(long[] slots, long number) {
        int slot = (int) number & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
