package io.hone.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.bench.picture.AccuracyPicture.Curve;
import io.hone.bench.picture.AccuracyPicture.Part;
import io.hone.trainer.curve.Line.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AccuracyPictureTest {

    private static final List<Point> RISING =
            List.of(new Point(100, 0.6), new Point(1000, 0.7), new Point(10_000, 0.8));

    @Test
    void powersOfTenStandAsFarApartAsEachOther() throws Exception {
        // Given
        AccuracyPicture picture = new AccuracyPicture(
                "By number of images",
                "images",
                50,
                true,
                List.of(
                        new Part("one", List.of(new Curve("head & <full>", RISING))),
                        new Part("other", List.of(new Curve("head", RISING)))));

        // When
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));

        // Then
        NodeList dots = svg.getElementsByTagName("circle");
        assertThat(dots.getLength()).isEqualTo(6);
        assertThat(x(dots, 1) - x(dots, 0)).isGreaterThan(100).isEqualTo(x(dots, 2) - x(dots, 1));
        assertThat(y(dots, 3)).as("the second panel is below the first").isGreaterThan(y(dots, 0) + 300);
        assertThat(picture.svg()).contains(">10,000<").contains(">other<");
    }

    @Test
    void whatIsBelowTheLowestLiesOnTheAxis() {
        // Given
        AccuracyPicture picture = new AccuracyPicture(
                "Falling",
                "rounds",
                50,
                false,
                List.of(new Part("", List.of(new Curve("without", List.of(new Point(1, 0.5), new Point(2, 0.1)))))));

        // When
        String svg = picture.svg();

        // Then
        assertThat(svg.lines().filter(line -> line.startsWith("<circle")).map(line -> line.replaceAll(".*cy=\"", "")))
                .hasSize(2)
                .containsOnly("384.0\" r=\"2.5\"/>");
    }

    private static double x(NodeList dots, int index) {
        return Double.parseDouble(((Element) dots.item(index)).getAttribute("cx"));
    }

    private static double y(NodeList dots, int index) {
        return Double.parseDouble(((Element) dots.item(index)).getAttribute("cy"));
    }
}
