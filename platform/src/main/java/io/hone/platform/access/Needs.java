package io.hone.platform.access;

import io.hone.contracts.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a resource, or one of its methods, asks for: for the model that the path names as {@code model}, or for
 * all models where it names none. A method without it is open to nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    Role value();

    /** Of a path that names no model: to have the role for one of them is enough, and the answer shows only such. */
    boolean anyModel() default false;
}
