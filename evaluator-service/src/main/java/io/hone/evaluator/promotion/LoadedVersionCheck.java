package io.hone.evaluator.promotion;

import io.hone.contracts.ObjectKeys;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Versions;
import io.hone.vision.archive.NotTorchScriptException;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.UnusableModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Downloads what servers would, and loads it as they would. */
public final class LoadedVersionCheck implements VersionCheck {

    private final Versions versions;
    private final Classifiers classifiers;
    private final Path directory;

    /** @param directory for this alone: what is checked is deleted afterwards, though somebody else may want it */
    public LoadedVersionCheck(Versions versions, Classifiers classifiers, Path directory) {
        this.versions = versions;
        this.classifiers = classifiers;
        this.directory = directory;
    }

    /** One at a time: two networks at once may be more than the memory holds. */
    @Override
    public synchronized void requireUsable(Manifest manifest) {
        requireSynset(manifest);
        require(manifest, ObjectKeys.SERVING_PROPERTIES);
        try {
            load(manifest, versions.download(manifest, directory));
        } catch (CorruptVersionException e) {
            throw new UnusableVersionException(manifest, e.getMessage(), e);
        } finally {
            versions.forget(manifest, directory);
        }
    }

    private void load(Manifest manifest, Path torchScript) {
        try {
            // Loading is all: that it answers well was for its verdict to say.
            classifiers
                    .load(
                            torchScript,
                            manifest.preprocessing(),
                            manifest.classes().size())
                    .close();
        } catch (UnusableModelException | NotTorchScriptException e) {
            throw new UnusableVersionException(manifest, e.getMessage(), e);
        }
    }

    private void requireSynset(Manifest manifest) {
        String synset = new String(require(manifest, ObjectKeys.SYNSET), StandardCharsets.UTF_8);
        if (!synset.equals(manifest.classes().toSynset())) {
            throw new UnusableVersionException(manifest, "its synset.txt names other classes than its manifest", null);
        }
    }

    private byte[] require(Manifest manifest, String file) {
        return versions.file(manifest, file)
                .orElseThrow(() -> new UnusableVersionException(manifest, file + " is missing", null));
    }
}
