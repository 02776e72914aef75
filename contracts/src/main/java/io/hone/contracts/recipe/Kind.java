package io.hone.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Which layers a run trains, and how. In JSON the words of {@link RecipeKeys#KIND}; names in capitals are read as well. */
public enum Kind {
    /** All layers, the backbone at a lower rate than the head. */
    @JsonProperty("full")
    @JsonAlias("FULL")
    FULL,
    /** Early layers stay as they are. */
    @JsonProperty("partial")
    @JsonAlias("PARTIAL")
    PARTIAL,
    /** The backbone is a fixed feature extractor; a linear classifier is fitted to its features. */
    @JsonProperty("head")
    @JsonAlias("HEAD")
    HEAD,
    /** One of the others, chosen by how many images there are and how similar they are to what the base knows. */
    @JsonProperty("auto")
    @JsonAlias("AUTO")
    AUTO
}
