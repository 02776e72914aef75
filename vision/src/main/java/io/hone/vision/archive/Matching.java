package io.hone.vision.archive;

import io.hone.vision.archive.ModuleTree.StateTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tensors of an architecture are given anew, and what their storages hold then. */
final class Matching {

    private final OpenArchive archive;
    private final Map<String, StoredTensor> given;
    private final List<Match> matches = new ArrayList<>();
    private final List<String> anew = new ArrayList<>();

    /** @param target of the architecture */
    private record Match(String name, String entry, StoredTensor target, StoredTensor source) {

        boolean layAlike() {
            return source.type() == target.type() && source.layout().hasSameSteps(target.layout());
        }

        /** If the target has its storage for itself. */
        Optional<Content> whole() {
            if (!target.isWhole()) {
                return Optional.empty();
            }
            if (layAlike()) {
                return Optional.of(source.asStored());
            }
            return target.layout().isRowMajor() ? Optional.of(source.inRowOrder(target.type())) : Optional.empty();
        }
    }

    private Matching(OpenArchive archive, Map<String, StoredTensor> given) {
        this.archive = archive;
        this.given = given;
    }

    static Matching of(OpenArchive archive, Map<String, StoredTensor> given) {
        Matching matching = new Matching(archive, given);
        archive.tree().tensors().forEach(matching::add);
        return matching;
    }

    private void add(StateTensor tensor) {
        String name = tensor.info().name();
        StoredTensor target = archive.stored(tensor.value());
        StoredTensor source = given.get(name);
        Optional<String> obstacle = obstacle(target, source);
        if (obstacle.isPresent()) {
            anew.add(name + ": " + obstacle.get());
        } else {
            matches.add(
                    new Match(name, OpenArchive.MODULE_TENSORS + tensor.info().storage(), target, source));
        }
    }

    private static Optional<String> obstacle(StoredTensor target, StoredTensor source) {
        if (source == null) {
            return Optional.of("absent from the weights");
        }
        if (!target.layout().sizes().equals(source.layout().sizes())) {
            return Optional.of("shape %s, the weights have %s"
                    .formatted(target.layout().sizes(), source.layout().sizes()));
        }
        boolean convertible = target.type().isFloatingPoint() && source.type().isFloatingPoint();
        return target.type() == source.type() || convertible
                ? Optional.empty()
                : Optional.of("type %s, the weights have %s".formatted(target.type(), source.type()));
    }

    LayingReport report() {
        List<String> taken = matches.stream().map(Match::name).toList();
        Set<String> names = Set.copyOf(taken);
        return new LayingReport(
                taken,
                anew,
                given.keySet().stream().filter(name -> !names.contains(name)).toList());
    }

    /** What is given anew, by the names of the entries. */
    Map<String, Content> byStorage() {
        Map<String, List<Match>> byEntry = new LinkedHashMap<>();
        matches.stream().filter(match -> match.target().elements() > 0).forEach(match -> byEntry.computeIfAbsent(
                        match.entry(), entry -> new ArrayList<>())
                .add(match));
        Map<String, Content> contents = new LinkedHashMap<>();
        byEntry.forEach((entry, sharing) -> contents.put(entry, content(sharing)));
        return contents;
    }

    private Content content(List<Match> sharing) {
        Optional<Content> whole = sharing.size() == 1 ? sharing.get(0).whole() : Optional.empty();
        return whole.orElseGet(
                () -> Content.made(sharing.get(0).target().storage().bytes(), () -> merged(sharing)));
    }

    /** Where tensors share a storage or are views of it, around them it stays as it is. */
    private static byte[] merged(List<Match> sharing) {
        byte[] storage = StridedBytes.inMemory(sharing.get(0).target().storage());
        for (Match match : sharing) {
            byte[] elements = StridedBytes.inMemory(
                    match.source().inRowOrder(match.target().type()));
            StridedBytes.scatter(elements, match.target(), storage);
        }
        return storage;
    }
}
