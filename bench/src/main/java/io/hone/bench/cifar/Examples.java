package io.hone.bench.cifar;

import io.hone.bench.look.Look;
import io.hone.contracts.model.Classes;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Labelled images in an order, and what can be picked from them. */
public record Examples(List<Example> list) {

    public Examples {
        list = List.copyOf(list);
    }

    public int size() {
        return list.size();
    }

    public Examples of(Classes classes) {
        return of(classes.labels());
    }

    public Examples of(Collection<String> labels) {
        return new Examples(list.stream()
                .filter(example -> labels.contains(example.label()))
                .toList());
    }

    /** One class after the other, of each the first ones, or as many as there are. */
    public Examples firstOfEach(Collection<String> labels, int count) {
        return new Examples(labels.stream()
                .flatMap(label -> list.stream()
                        .filter(example -> example.label().equals(label))
                        .limit(count))
                .toList());
    }

    /** The first, the third, the fifth … */
    public Examples everySecond() {
        return new Examples(IntStream.iterate(0, i -> i < size(), i -> i + 2)
                .mapToObj(list::get)
                .toList());
    }

    public Examples first(int count) {
        return new Examples(list.subList(0, Math.min(count, size())));
    }

    /** Without the first ones. */
    public Examples from(int position) {
        return new Examples(list.subList(Math.min(position, size()), size()));
    }

    public Examples and(Examples more) {
        return new Examples(Stream.concat(list.stream(), more.list.stream()).toList());
    }

    public Examples seen(Look look) {
        return new Examples(list.stream()
                .map(example -> new Example(example.label(), look.of(example.pixels())))
                .toList());
    }
}
