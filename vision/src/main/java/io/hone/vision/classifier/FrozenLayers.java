package io.hone.vision.classifier;

import static java.util.stream.Collectors.toCollection;

import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorInfo.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The layers that a solver leaves as they are, with all that belongs to them. */
final class FrozenLayers {

    private final List<String> parameters;
    private final Solver solver;

    private FrozenLayers(List<TensorInfo> tensors, Solver solver) {
        this.parameters = tensors.stream()
                .filter(tensor -> tensor.kind() == Kind.PARAMETER)
                .map(TensorInfo::name)
                .toList();
        this.solver = solver;
    }

    /**
     * The modules that own tensors and none of whose own parameters learns. A module that owns only buffers, such as
     * batch normalisation without weights, goes with the closest module around it that has parameters.
     */
    static Set<String> of(List<TensorInfo> tensors, Solver solver) {
        FrozenLayers layers = new FrozenLayers(tensors, solver);
        return tensors.stream()
                .map(tensor -> new ParameterName(tensor.name()).layer())
                .filter(layers::isFrozen)
                .collect(toCollection(TreeSet::new));
    }

    private boolean isFrozen(String module) {
        List<String> own = parameters.stream()
                .filter(name -> new ParameterName(name).layer().equals(module))
                .toList();
        return own.isEmpty() ? isFrozenAround(module) : own.stream().noneMatch(solver::learns);
    }

    private boolean isFrozenAround(String module) {
        String around = ParameterName.parent(module);
        List<String> below = parameters.stream()
                .filter(name -> around.isEmpty() || name.startsWith(around + "."))
                .toList();
        if (below.isEmpty() && !around.isEmpty()) {
            return isFrozenAround(around);
        }
        return below.stream().noneMatch(solver::learns);
    }
}
