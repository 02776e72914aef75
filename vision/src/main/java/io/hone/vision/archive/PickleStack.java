package io.hone.vision.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a pickle's values lie while it is read: a stack with marks, and a memo. */
final class PickleStack {

    private final PickleInput input;
    private final List<PickleValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, PickleValue> memo = new HashMap<>();

    /** @param input where errors are said to be */
    PickleStack(PickleInput input) {
        this.input = input;
    }

    void push(PickleValue value) {
        values.add(value);
    }

    void mark() {
        marks.push(values.size());
    }

    /** In the order they were pushed. */
    List<PickleValue> pop(int count) {
        return popFrom(values.size() - count);
    }

    List<PickleValue> popToMark() {
        if (marks.isEmpty()) {
            throw input.error("no mark on the stack");
        }
        return popFrom(marks.pop());
    }

    <T extends PickleValue> T peek(Class<T> type) {
        PickleValue top = top();
        if (!type.isInstance(top)) {
            throw input.error("needs a %s, but there is a %s"
                    .formatted(type.getSimpleName(), top.getClass().getSimpleName()));
        }
        return type.cast(top);
    }

    /** The one value that is left at the end. */
    PickleValue last() {
        if (values.size() != 1 || !marks.isEmpty()) {
            throw input.error("ends with %d values, must be 1".formatted(values.size()));
        }
        return top();
    }

    void remember(int key) {
        memo.put(key, top());
    }

    void recall(int key) {
        PickleValue value = memo.get(key);
        if (value == null) {
            throw input.error("recalls value %d, which was never remembered".formatted(key));
        }
        push(value);
    }

    private PickleValue top() {
        checkReach(values.size() - 1);
        return values.get(values.size() - 1);
    }

    private List<PickleValue> popFrom(int start) {
        checkReach(start);
        List<PickleValue> tail = values.subList(start, values.size());
        List<PickleValue> popped = List.copyOf(tail);
        tail.clear();
        return popped;
    }

    /** Nothing reaches below the last mark. */
    private void checkReach(int start) {
        if (start < (marks.isEmpty() ? 0 : marks.peek())) {
            throw input.error("takes more from the stack than is there");
        }
    }
}
