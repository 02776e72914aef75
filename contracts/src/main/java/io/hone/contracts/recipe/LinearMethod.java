package io.hone.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the linear classifier of the recipe <em>head</em> is fitted. In JSON the words of {@link RecipeKeys#HEAD_METHOD};
 * names in capitals are read as well.
 */
public enum LinearMethod {
    /** Softmax regression. */
    @JsonProperty("softmax")
    @JsonAlias("SOFTMAX")
    SOFTMAX,
    /** Linear support vector machine. */
    @JsonProperty("svm")
    @JsonAlias("SVM")
    SVM
}
