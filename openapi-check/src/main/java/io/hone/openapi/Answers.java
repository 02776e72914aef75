package io.hone.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers that a test gets which are not easily got elsewhere, such as {@code uploadImage 408}. The test fails if it does
 * not get them, or not as documented.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    String[] value() default {};

    /** Statuses that it gets of every operation which documents them. */
    int[] ofEveryOperation() default {};
}
