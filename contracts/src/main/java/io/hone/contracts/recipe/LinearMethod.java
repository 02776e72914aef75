package io.hone.contracts.recipe;

/** How the linear classifier of the recipe <em>head</em> is fitted. */
public enum LinearMethod {
    /** Softmax regression. */
    SOFTMAX,
    /** Linear support vector machine. */
    SVM
}
