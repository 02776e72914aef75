package io.hone.cli.push;

import io.hone.cli.push.source.Subset;
import java.util.OptionalLong;

/**
 * Which of a source's images are wanted.
 *
 * @param images how many; absent for all
 * @param seed by which they are chosen
 */
record Selection(OptionalLong images, long seed) {

    static final Selection ALL = new Selection(OptionalLong.empty(), 0);

    long count(long all) {
        return Math.min(all, images.orElse(all));
    }

    Subset of(long all) {
        return new Subset(all, count(all), seed);
    }
}
