package io.hone.evaluator.report;

import io.hone.contracts.verdict.ClassScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** How a version does on each class, and on average over those that have images. */
record ClassScores(List<ClassScore> list) {

    static ClassScores of(AnswerSheet sheet) {
        Map<String, Integer> images = new HashMap<>();
        Map<String, Integer> predicted = new HashMap<>();
        Map<String, Integer> correct = new HashMap<>();
        for (int image = 0; image < sheet.size(); image++) {
            images.merge(sheet.label(image), 1, Integer::sum);
            predicted.merge(sheet.taken(image), 1, Integer::sum);
            if (sheet.isRight(image)) {
                correct.merge(sheet.label(image), 1, Integer::sum);
            }
        }
        return new ClassScores(labels(sheet).stream()
                .map(label -> new ClassScore(
                        label,
                        images.getOrDefault(label, 0),
                        predicted.getOrDefault(label, 0),
                        correct.getOrDefault(label, 0)))
                .toList());
    }

    /** The version's classes in the order of their ids, then other labels of the images by the alphabet. */
    static List<String> labels(AnswerSheet sheet) {
        TreeSet<String> unknown = new TreeSet<>();
        sheet.images().forEach(image -> unknown.add(image.label()));
        sheet.classes().labels().forEach(unknown::remove);
        List<String> labels = new ArrayList<>(sheet.classes().labels());
        labels.addAll(unknown);
        return labels;
    }

    /** Mean recall of the classes that have images; 0 without any. */
    double balancedAccuracy() {
        return mean(ClassScore::recall);
    }

    /** Mean F1 of the classes that have images; 0 without any. */
    double macroF1() {
        return mean(ClassScore::f1);
    }

    private double mean(ToDoubleFunction<ClassScore> score) {
        return list.stream()
                .filter(each -> each.images() > 0)
                .mapToDouble(score)
                .average()
                .orElse(0);
    }
}
