package io.hone.evaluator.evaluation;

import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Versions;
import io.hone.vision.archive.NotTorchScriptException;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import java.nio.file.Path;

/** Downloads a version's TorchScript, checks its digest and what is in it, and loads it. */
public final class DownloadingLoader implements VersionLoader {

    private final Versions versions;
    private final Classifiers classifiers;
    private final Path directory;

    /** @param directory where downloads stay for the next time */
    public DownloadingLoader(Versions versions, Classifiers classifiers, Path directory) {
        this.versions = versions;
        this.classifiers = classifiers;
        this.directory = directory;
    }

    @Override
    public Classifier load(Manifest manifest) {
        Path torchScript = versions.download(manifest, directory);
        try {
            TorchScriptArchive.read(torchScript);
        } catch (NotTorchScriptException e) {
            throw new CorruptVersionException(manifest, e.getMessage());
        }
        return classifiers.load(
                torchScript, manifest.preprocessing(), manifest.classes().size());
    }

    @Override
    public String engine() {
        return Classifiers.engineVersion() + " on " + classifiers.device();
    }

    @Override
    public void forget(Manifest manifest) {
        versions.forget(manifest, directory);
    }
}
