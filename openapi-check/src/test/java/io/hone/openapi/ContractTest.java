package io.hone.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that finds nothing proves nothing. */
class ContractTest {

    private static final String DOCUMENT = """
            {"paths": {
               "/v1/cats/{cat}": {"get": {
                 "operationId": "cat", "summary": "One cat", "security": [{"key": []}],
                 "parameters": [{"name": "cat", "in": "path", "description": "its name", "schema": {"type": "string"}}],
                 "responses": {
                   "200": {"description": "It", "content": {"application/json": {
                     "schema": {"$ref": "#/components/schemas/Cat"}, "example": {"name": "Minka", "born": "2026-11-22"}}}},
                   "204": {"description": "It sleeps"}}}},
               "/v1/cats/all": {"get": {"operationId": "cats", "responses": {
                   "200": {"content": {"application/json": {"schema": {"type": "integer"}, "example": "many"}}}}}}},
             "components": {"securitySchemes": {"token": {}}, "schemas": {"Cat": {
               "type": "object", "required": ["name"],
               "properties": {"name": {"type": "string"}, "born": {"type": "string", "format": "date"}}}}}}""";

    private final Contract contract = new Contract(Document.parse(DOCUMENT));

    private static Answer answer(String path, int status, String type, String body) {
        return new Answer("GET", path, status, type, body);
    }

    @Test
    void whatIsAsDocumentedIsNamed() {
        assertThat(contract.check(
                        answer("/v1/cats/minka", 200, "application/json;charset=UTF-8", "{\"name\": \"Minka\"}")))
                .contains("cat 200");
        assertThat(contract.check(answer("/v1/cats/minka", 204, "", ""))).contains("cat 204");
        assertThat(contract.check(answer("/v1/cats/all", 200, "application/json", "3")))
                .contains("cats 200");
        assertThat(contract.check(answer("/v1/dogs", 404, "", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/v1/dogs       | 200 | application/json | {}                             | the operation is not documented",
                "/v1/cats/minka | 500 | application/json | {}                             | status 500 of cat is not documented",
                "/v1/cats/minka | 200 | text/plain       | Minka                          | content type 'text/plain' is not documented",
                "/v1/cats/minka | 204 | text/plain       | Minka                          | no body is documented",
                "/v1/cats/minka | 200 | application/json | {}                             | required property 'name' not found",
                "/v1/cats/minka | 200 | application/json | {\"name\": 3}                    | integer found, string expected",
                "/v1/cats/minka | 200 | application/json | {\"name\": \"M\", \"mood\": \"good\"} | 'mood' is not defined",
                "/v1/cats/minka | 200 | application/json | {\"name\": \"M\", \"born\": \"now\"}  | date"
            })
    void whatIsNotAsDocumentedIsFound(String path, int status, String type, String body, String mistake) {
        assertThatThrownBy(() -> contract.check(answer(path, status, type, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(mistake);
    }

    @Test
    void whatTheDocumentLacksIsFound() {
        assertThat(contract.gaps())
                .contains("cats has no summary", "cats does not say who may", "cats 200 has no description")
                .anyMatch(gap -> gap.startsWith("the example of cats 200: ") && gap.contains("integer expected"))
                .contains("security schemes [key] are named, [token] are described")
                .noneMatch(gap -> gap.startsWith("cat "));
    }

    @Test
    void anAnswerThatNoRequestGetsIsFound() {
        // Given
        Coverage coverage = new Coverage(contract.document());

        // When
        coverage.elsewhere("cat 200", "here").inOnePlace(204, "there");

        // Then
        assertThatThrownBy(coverage::assertComplete).hasMessageContaining("[cats 200]");
        assertThatThrownBy(() -> coverage.elsewhere("cat 418", "here").assertComplete())
                .hasMessageContaining("cat 418 is not documented");
    }

    @Test
    void annotationsNameAnswersOneByOneOrByTheirStatus() throws NoSuchMethodException {
        Answers named = ContractTest.class.getDeclaredMethod("annotated").getAnnotation(Answers.class);
        assertThat(contract.document().answers(named)).isEqualTo(Set.of("cat 204", "cat 200", "cats 200"));
    }

    @Answers(value = "cat 204", ofEveryOperation = 200)
    void annotated() {}

    @Test
    void anAnswerIsReadFromTheBytesOfHttp() {
        assertThat(Answer.ofHttp(
                        "GET", "/v1/cats", "HTTP/1.1 408 Request Timeout\r\ncontent-type: text/plain\r\n\r\nlate"))
                .isEqualTo(new Answer("GET", "/v1/cats", 408, "text/plain", "late"));
    }
}
