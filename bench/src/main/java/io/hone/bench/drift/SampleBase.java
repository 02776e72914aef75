package io.hone.bench.drift;

import io.hone.bench.scenario.Setting;
import io.hone.contracts.model.Classes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The base of the samples, which nothing has to be trained for. */
record SampleBase(Path torchScript, Classes classes) {

    static SampleBase in(Setting setting) {
        Path torchScript = setting.network().architecture();
        Path synset = torchScript.resolveSibling("synset.txt");
        try {
            return new SampleBase(torchScript, Classes.fromSynset(Files.readString(synset)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + synset, e);
        }
    }
}
