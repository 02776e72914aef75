package io.hone.evaluator.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hone.evaluator.console.ModelView;
import io.hone.registry.version.Origin;
import java.util.Optional;

/**
 * A model that was just registered.
 *
 * @param origin what was done to the file that was given; absent when it was taken as it is
 */
public record RegisteredView(@JsonUnwrapped ModelView registered, Optional<Origin> origin) {}
