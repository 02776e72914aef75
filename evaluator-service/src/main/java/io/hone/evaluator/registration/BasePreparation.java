package io.hone.evaluator.registration;

import java.nio.file.Path;

/** Makes a model's base of what was given, and finds out whether it can be used, before anything is written down. */
public interface BasePreparation {

    /**
     * @param folder for the files that are made; the base may lie in it
     * @throws UnusableBaseException if the base cannot be used
     */
    PreparedBase prepare(NewModel model, Path folder);
}
