package io.hone.vision.linear;

import ai.djl.ndarray.NDArray;

/** What wrong margins cost. Convex, and smooth enough to be minimised by its gradient. */
interface Loss {

    /**
     * @param margins classes × n, in 64 bits
     * @param truth classes × n: 1 where the example is of the class, else 0
     */
    Cost of(NDArray margins, NDArray truth);

    /**
     * @param mean over the examples
     * @param slopes its derivative by each margin, classes × n
     */
    record Cost(double mean, NDArray slopes) {}
}
