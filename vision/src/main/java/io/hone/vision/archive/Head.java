package io.hone.vision.archive;

import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * The last classification layer: {@code outputs = weight · features + bias}.
 *
 * @param module its name in the model, such as {@code fc} or {@code classifier.3}; empty when it is the whole model
 * @param weight name of the tensor of {@code classes × inFeatures} numbers
 * @param bias name of the tensor of {@code classes} numbers
 * @param inFeatures numbers that the backbone says about an image
 */
public record Head(String module, String weight, Optional<String> bias, int inFeatures, int classes) {

    public Head {
        Checks.present("module", module);
        Checks.present("weight", weight);
        Checks.present("bias", bias);
        Checks.atLeast("inFeatures", inFeatures, 1);
        Checks.atLeast("classes", classes, 1);
    }
}
