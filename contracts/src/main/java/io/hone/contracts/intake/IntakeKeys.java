package io.hone.contracts.intake;

import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.util.List;
import java.util.Map;

/** Everything that can be set about how a model's labels are taken in. */
public final class IntakeKeys {

    public static final Key<LabelRule> RULE = Key.choice(
            "labels.rule",
            LabelRule.LAST,
            "Which label holds where annotators say different things about an image: the last one; the one most of them"
                    + " give, of several the latest; or the last one by an annotator named in `labels.trusted`.");

    public static final Key<Annotators> TRUSTED = Key.written(
            "labels.trusted",
            Annotators.NONE,
            "up to 1000 names with commas between them",
            "Of the rule *trusted*: the annotators whose labels count. What others say is kept in the image's history.",
            Annotators::parse);

    public static final Catalogue<IntakeRules> CATALOGUE =
            new Catalogue<>("intake", "ingest", List.of(RULE, TRUSTED), IntakeRules::new);

    /** Nothing is set. */
    public static final Settings NONE = CATALOGUE.none();

    private IntakeKeys() {}

    /** @throws IllegalArgumentException as {@link Catalogue#settings} */
    public static Settings settings(Map<String, ?> values) {
        return CATALOGUE.settings(values);
    }
}
