package io.hone.cli.push;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Deals images out like cards, one of each label in turn. */
final class Dealing {

    private Dealing() {}

    static List<LabelledFile> outByLabel(List<LabelledFile> images) {
        Map<String, List<LabelledFile>> byLabel = images.stream()
                .sorted(Comparator.comparing(LabelledFile::name))
                .collect(Collectors.groupingBy(LabelledFile::label, TreeMap::new, Collectors.toList()));
        int longest = byLabel.values().stream().mapToInt(List::size).max().orElse(0);
        List<LabelledFile> dealt = new ArrayList<>(images.size());
        for (int round = 0; round < longest; round++) {
            for (List<LabelledFile> ofLabel : byLabel.values()) {
                if (round < ofLabel.size()) {
                    dealt.add(ofLabel.get(round));
                }
            }
        }
        return dealt;
    }
}
