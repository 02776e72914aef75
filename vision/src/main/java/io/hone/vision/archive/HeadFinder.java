package io.hone.vision.archive;

import static java.util.stream.Collectors.joining;

import io.hone.vision.archive.ModuleTree.Module;
import io.hone.vision.archive.ModuleTree.StateTensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the head: the linear layer that was registered last, or the one of a name. */
final class HeadFinder {

    /** Of several that differ in their constants, TorchScript gives all but one a mangled name. */
    private static final Pattern LINEAR =
            Pattern.compile("__torch__\\.torch\\.nn\\.modules\\.linear\\.(___torch_mangle_\\d+\\.)?Linear");

    private final ModuleTree tree;

    HeadFinder(ModuleTree tree) {
        this.tree = tree;
    }

    Head find() {
        List<Module> linear = linear();
        if (linear.isEmpty()) {
            throw new NoHeadException("the model has no head that can be trained: a torch.nn.Linear was looked for,"
                    + " and none is among its %d modules (%s). Torch's freeze and some exporters melt layers into code:"
                            .formatted(tree.modules().size(), someModules())
                    + " script the module as it was trained");
        }
        return head(linear.get(linear.size() - 1).name());
    }

    Head find(String module) {
        List<Module> linear = linear();
        if (linear.stream().map(Module::name).noneMatch(Predicate.isEqual(module))) {
            throw new NoHeadException("'%s' is no linear layer of the model, so it cannot be its head; it has %s"
                    .formatted(
                            module,
                            linear.isEmpty()
                                    ? "none, its last modules are " + someModules()
                                    : linear.stream().map(this::sizes).collect(joining(", "))));
        }
        return head(module);
    }

    private List<Module> linear() {
        return tree.modules().stream()
                .filter(module -> LINEAR.matcher(module.className()).matches())
                .toList();
    }

    private String sizes(Module module) {
        return "'%s' (%s)"
                .formatted(
                        module.name(),
                        tensor(module.name(), "weight")
                                .map(TensorInfo::shape)
                                .filter(shape -> shape.size() == 2)
                                .map(shape -> "%d features, %d outputs".formatted(shape.get(1), shape.get(0)))
                                .orElse("no weight"));
    }

    private Head head(String module) {
        TensorInfo weight = tensor(module, "weight")
                .filter(tensor -> tensor.shape().size() == 2 && tensor.type().isFloatingPoint())
                .filter(tensor -> tensor.shape().stream().allMatch(HeadFinder::isSensible))
                .orElseThrow(() -> noHead(module, "no weight of classes × features floating-point numbers"));
        long classes = weight.shape().get(0);
        Optional<TensorInfo> bias = tensor(module, "bias");
        bias.filter(tensor -> !tensor.shape().equals(List.of(classes))).ifPresent(tensor -> {
            throw noHead(module, "a bias of shape %s for %d classes".formatted(tensor.shape(), classes));
        });
        return new Head(
                module,
                weight.name(),
                bias.map(TensorInfo::name),
                Math.toIntExact(weight.shape().get(1)),
                Math.toIntExact(classes));
    }

    private static boolean isSensible(long size) {
        return size >= 1 && size <= Integer.MAX_VALUE;
    }

    private static NoHeadException noHead(String module, String what) {
        return new NoHeadException("the linear layer '%s' cannot be the head: it has %s".formatted(module, what));
    }

    private Optional<TensorInfo> tensor(String module, String attribute) {
        String name = module.isEmpty() ? attribute : module + "." + attribute;
        return tree.tensor(name).map(StateTensor::info);
    }

    private String someModules() {
        return tree.modules().stream()
                .skip(Math.max(0, tree.modules().size() - 5))
                .map(module -> "'%s' of %s".formatted(module.name(), module.className()))
                .collect(joining(", "));
    }
}
