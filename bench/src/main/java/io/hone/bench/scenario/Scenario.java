package io.hone.bench.scenario;

/** Something measured, by Hone's own trainer, in this process. */
public interface Scenario {

    /** As it is asked for on the command line. */
    String name();

    /** One line. */
    String description();

    /**
     * Measures, and prints what people want to read.
     *
     * @return what machines want to read: printed last
     */
    LastLine run(Setting setting);
}
