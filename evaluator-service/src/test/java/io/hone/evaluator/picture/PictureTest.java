package io.hone.evaluator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Calibration.Bin;
import io.hone.contracts.verdict.Confusion;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40, 100})
    void everyPairOfClassesThatOccursHasItsCell(int classes) throws Exception {
        // Given
        Evaluation evaluation = evaluation(classes, 60 * classes);
        Report report = evaluation.report().orElseThrow();

        // When
        Document svg = parsed(Picture.CONFUSION, evaluation);

        // Then
        List<String> expected = new ArrayList<>(titles(report.champion().confusion()));
        expected.addAll(titles(report.candidate().confusion()));
        assertThat(texts(svg, "title").stream().map(title -> title.replaceAll(" images.*", "")))
                .containsExactlyElementsOf(expected);
        assertThat(texts(svg, "text"))
                .contains("plants: candidate 4 and champion 3 on %,d hold-out images".formatted(60 * classes));
        assertThat(texts(svg, "text").stream().filter("class 0"::equals)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40, 100, 150})
    void nothingLiesOutsideOfThePicture(int classes) throws Exception {
        for (Picture picture : Picture.values()) {
            // When
            Document svg = parsed(picture, evaluation(classes, 20 * classes));

            // Then
            double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
            double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
            for (Element element : elements(svg, "rect")) {
                if (element.hasAttribute("x")) {
                    assertThat(number(element, "x") + number(element, "width")).isBetween(0.0, width);
                    assertThat(number(element, "y") + number(element, "height")).isBetween(0.0, height);
                }
            }
        }
    }

    @Test
    void withoutScoresOfClassesItIsEmptyAndStillAPicture() {
        // Given
        Performance full = evaluation(2, 40).report().orElseThrow().candidate();
        Performance bare = new Performance(
                full.version(),
                full.accuracy(),
                full.balancedAccuracy(),
                full.macroF1(),
                full.topK(),
                List.of(),
                List.of(),
                full.calibration(),
                full.latency());

        // When
        Matrix matrix = Matrix.of(bare);

        // Then
        assertThat(matrix.cell()).isPositive();
        assertThat(matrix.height()).isEqualTo(matrix.margin());
    }

    @Test
    void ofMoreClassesThanCanBeToldApartThoseWithTheMostMistakesAreShown() throws Exception {
        // Given
        Evaluation evaluation = evaluation(150, 3000);

        // When
        Document svg = parsed(Picture.CONFUSION, evaluation);

        // Then
        assertThat(texts(svg, "text")).anyMatch(text -> text.contains("the 100 classes with the most mistakes"));
        assertThat(texts(svg, "text").stream().filter(text -> text.startsWith("class ")))
                .hasSize(400);
    }

    @Test
    void everyBinHasItsBarAsHighAsItsAccuracy() throws Exception {
        // Given
        Evaluation evaluation = evaluation(10, 600);
        Report report = evaluation.report().orElseThrow();

        // When
        Document svg = parsed(Picture.RELIABILITY, evaluation);

        // Then
        List<Bin> bins = new ArrayList<>(report.champion().calibration().bins());
        bins.addAll(report.candidate().calibration().bins());
        assertThat(elements(svg, "rect").stream().filter(rect -> hasClass(rect, "bar")))
                .extracting(bar -> bar.getAttribute("height"))
                .containsExactlyElementsOf(bins.stream()
                        .map(bin -> String.format(Locale.ROOT, "%.1f", 330 * bin.accuracy()))
                        .toList());
        assertThat(elements(svg, "line").stream().filter(line -> hasClass(line, "said")))
                .hasSize(bins.size());
    }

    @ParameterizedTest
    @EnumSource(Picture.class)
    void labelsAreTextWhateverTheyHold(Picture picture) throws Exception {
        // Given
        Classes classes = Classes.of("<script>alert(1)</script>", "R&D \ufffe \ud800", "字".repeat(200));

        // When
        Document svg = parsed(picture, Evaluations.of(classes, 60, List.of(classes.label(0), classes.label(2), "elk")));

        // Then
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Picture.class)
    void anEmptyHoldOutIsDrawnToo(Picture picture) throws Exception {
        assertThat(parsed(picture, evaluation(2, 0)).getDocumentElement().getTagName())
                .isEqualTo("svg");
    }

    @ParameterizedTest
    @EnumSource(Picture.class)
    void anEvaluationThatToldTooLittleHasNone(Picture picture) {
        assertThat(picture.svg(Evaluations.withoutReport(evaluation(2, 10)))).isEmpty();
    }

    static Evaluation evaluation(int classes, int images) {
        List<String> labels =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        return Evaluations.of(new Classes(labels), images, labels);
    }

    private static List<String> titles(List<Confusion> confusions) {
        return confusions.stream()
                .map(each -> "%s taken for %s: %d".formatted(each.label(), each.predicted(), each.images()))
                .toList();
    }

    private static Document parsed(Picture picture, Evaluation evaluation) throws Exception {
        byte[] svg = picture.svg(evaluation).orElseThrow().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg, String tag) {
        return elements(svg, tag).stream().map(Element::getTextContent).collect(Collectors.toList());
    }

    private static List<Element> elements(Document svg, String tag) {
        NodeList nodes = svg.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static boolean hasClass(Element element, String style) {
        return element.getAttribute("class").equals(style);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
