package io.hone.bench.training;

import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.images.Pixels;
import io.hone.trainer.finetune.TrainingImages;
import java.util.Set;
import java.util.stream.Collectors;

/** Images of a run that lie in memory; every label must be one of the classes. */
public record MemoryImages(Examples examples, Classes classes) implements TrainingImages {

    @Override
    public int count() {
        return examples.size();
    }

    @Override
    public ImageId id(int position) {
        return examples.list().get(position).id();
    }

    @Override
    public Pixels pixels(int position) {
        return examples.list().get(position).pixels();
    }

    @Override
    public int classId(int position) {
        return classes.idOf(examples.list().get(position).label()).orElseThrow();
    }

    @Override
    public Set<ImageId> stored() {
        return examples.list().stream().map(Example::id).collect(Collectors.toSet());
    }
}
