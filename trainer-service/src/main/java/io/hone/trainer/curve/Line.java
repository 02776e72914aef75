package io.hone.trainer.curve;

import java.util.List;

/**
 * A line of a picture.
 *
 * @param name as the legend says it
 * @param style of the class in the picture's style sheet
 */
public record Line(String name, String style, List<Point> points) {

    public record Point(double x, double y) {}
}
