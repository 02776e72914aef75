package io.hone.trainer.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.run.CurvePoint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CurvePictureTest {

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static CurvePoint point(int iteration, double loss, double accuracy) {
        return new CurvePoint(iteration, loss, Optional.of(loss + 0.1), Optional.of(accuracy));
    }

    @Test
    void lossFallsDownThePictureAndAccuracyRises() throws Exception {
        // Given
        List<CurvePoint> points = List.of(point(10, 2, 0.4), point(20, 1, 0.6), point(30, 0.5, 0.8));

        // When
        Document picture = parsed(new CurvePicture("cifar <1>", points, OptionalInt.of(20)).svg());

        // Then: in SVG, further down is a larger y
        double[] loss = heights(picture, 0);
        double[] accuracy = heights(picture, 2);
        assertThat(loss).hasSize(3).isSorted();
        assertThat(accuracy[2]).isLessThan(accuracy[0]);
        assertThat(picture.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("cifar <1>");
    }

    private static double[] heights(Document picture, int line) {
        Element polyline = (Element) picture.getElementsByTagName("polyline").item(line);
        return java.util.stream.Stream.of(polyline.getAttribute("points").split(" "))
                .mapToDouble(point -> Double.parseDouble(point.split(",")[1]))
                .toArray();
    }

    @Test
    void aRunWithoutValidationSliceHasOnlyItsLoss() throws Exception {
        // When
        Document picture = parsed(new CurvePicture(
                        "cifar",
                        List.of(new CurvePoint(5, 1.5, Optional.empty(), Optional.empty())),
                        OptionalInt.empty())
                .svg());

        // Then
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    }

    @Test
    void ticksStandAtRoundNumbersAroundAllValues() {
        // When
        Axis axis = Axis.around(0.37, 2.21, 200, 0);

        // Then
        assertThat(axis.ticks().stream().map(axis::label)).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0", "2.5");
        assertThat(axis.pixel(0)).isEqualTo(200);
        assertThat(axis.pixel(2.5)).isEqualTo(0);
    }

    @Test
    void asOneValueHasNoSpanItGetsOne() {
        // When
        Axis axis = Axis.around(0.8, 0.8, 200, 0);

        // Then
        assertThat(axis.pixel(0.8)).isBetween(0.0, 200.0);
        assertThat(axis.ticks()).hasSizeBetween(2, 8);
    }
}
