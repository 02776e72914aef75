package io.hone.evaluator.registration;

import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Texts of a form that come as a plain field or as a file. */
final class FormTexts {

    private FormTexts() {}

    /** @throws InvalidFieldException if it is missing */
    static String required(String field, String plain, FileUpload file) {
        return optional(field, plain, file).orElseThrow(() -> missing(field, "it must be given as a field or a file"));
    }

    /** Empty when it is not given, or blank. */
    static Optional<String> optional(String field, String plain, FileUpload file) {
        return Optional.ofNullable(file == null ? plain : read(field, file)).filter(text -> !text.isBlank());
    }

    static InvalidFieldException missing(String field, String expected) {
        return new InvalidFieldException(field, null, "%s is missing: %s".formatted(field, expected));
    }

    private static String read(String field, FileUpload file) {
        try {
            return Files.readString(file.uploadedFile());
        } catch (IOException e) {
            throw new InvalidFieldException(field, null, field + " is not UTF-8 text");
        }
    }
}
