package io.hone.bench.look;

import io.hone.images.Pixels;

/** How somebody else sees a scene: the same things, other pixels. */
public interface Look {

    /** @return of the same size */
    Pixels of(Pixels scene);

    default Look then(Look next) {
        return scene -> next.of(of(scene));
    }
}
