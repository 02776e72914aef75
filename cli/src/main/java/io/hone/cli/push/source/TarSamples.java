package io.hone.cli.push.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The samples of one tar: adjacent members of the same key. */
final class TarSamples implements Entries {

    private final Sample.Shard shard;
    private final TarArchiveInputStream tar;
    private final Columns columns;
    private final ClassList classes;
    private Optional<Sample> gathering = Optional.empty();

    /** Of the next sample, whose content has not been read. */
    private Optional<TarArchiveEntry> first = Optional.empty();

    TarSamples(Path file, Columns columns, ClassList classes) throws IOException {
        this.shard = Sample.Shard.of(file);
        this.tar = open(file);
        this.columns = columns;
        this.classes = classes;
    }

    /** What a member holds is skipped, not read, unless it is asked for. */
    private static TarArchiveInputStream open(Path file) throws IOException {
        return new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)), "UTF-8");
    }

    /** How many samples there are, until the end or until the tar is broken. */
    static long count(Path file) throws IOException {
        long samples = 0;
        String last = "";
        try (TarArchiveInputStream tar = open(file)) {
            for (TarArchiveEntry member = tar.getNextEntry(); member != null; member = tar.getNextEntry()) {
                Optional<MemberName> name = name(member);
                if (name.isPresent() && !name.get().key().equals(last)) {
                    last = name.get().key();
                    samples++;
                }
            }
        } catch (IOException e) {
            // Told when the samples are read: those before it are good.
            return samples;
        }
        return samples;
    }

    private static Optional<MemberName> name(TarArchiveEntry member) {
        return member.isFile() ? MemberName.of(member.getName()) : Optional.empty();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        for (TarArchiveEntry member = member(); member != null; member = member()) {
            Optional<MemberName> name = name(member);
            if (name.isEmpty()) {
                continue;
            }
            if (gathering.isPresent()
                    && !gathering.get().key().equals(name.get().key())) {
                first = Optional.of(member);
                return complete();
            }
            if (gathering.isEmpty()) {
                gathering = Optional.of(new Sample(shard, name.get().key()));
            }
            gathering.get().add(name.get().suffix(), member.getName(), member.getSize(), tar);
        }
        return complete();
    }

    private TarArchiveEntry member() throws IOException {
        if (first.isEmpty()) {
            return tar.getNextEntry();
        }
        TarArchiveEntry member = first.get();
        first = Optional.empty();
        return member;
    }

    private Optional<Entry> complete() {
        Optional<Entry> entry = gathering.map(sample -> sample.entry(columns, classes));
        gathering = Optional.empty();
        return entry;
    }

    /** The sample that is being read, for messages. */
    String at() {
        return gathering.map(Sample::key).orElse("");
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
