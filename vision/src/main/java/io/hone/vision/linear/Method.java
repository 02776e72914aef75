package io.hone.vision.linear;

/** The linear classifiers there are. */
public enum Method {
    /** Softmax regression from a prior, such as the base's own head. */
    SOFTMAX,
    /** A support vector machine for each class against the rest, calibrated; needs examples of each class. */
    SVM
}
