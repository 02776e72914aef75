package io.hone.bench.scenario;

/** Something measured, by Hone's own code, in this process. */
public interface Scenario {

    /** As it is asked for on the command line. */
    String name();

    /** One line. */
    String description();

    /** Whether it needs images, which must be there before it begins. */
    default boolean needsImages() {
        return true;
    }

    /**
     * Measures, and prints what people want to read.
     *
     * @return what machines want to read: printed last
     */
    LastLine run(Setting setting);
}
