"""Writes the real architectures that the tests of io.hone.vision.archive change, as small files.

    cp vision/src/test/python/architectures.py /tmp
    python3 /tmp/architectures.py vision/src/test/resources/architectures

Made with Debian 12's python3-torch 1.13.1 and python3-torchvision 0.14.1, at their real widths except for the vision
transformer. All weights are 0, so that gzip makes little of them: the tests fill them with random numbers.
"""
import gzip
import io
import sys
from pathlib import Path

import torch
from torchvision.models import VisionTransformer, efficientnet_b0, mobilenet_v3_small, resnet18

CLASSES = 10

NETWORKS = {
    "resnet18": lambda: resnet18(num_classes=CLASSES),
    "mobilenet_v3_small": lambda: mobilenet_v3_small(num_classes=CLASSES),
    "efficientnet_b0": lambda: efficientnet_b0(num_classes=CLASSES),
    "vision_transformer": lambda: VisionTransformer(
        image_size=32, patch_size=8, num_layers=2, num_heads=4, hidden_dim=32, mlp_dim=64, dropout=0.1,
        num_classes=CLASSES),
}


def zeroed(module):
    for name, tensor in module.state_dict().items():
        tensor.fill_(1 if name.endswith("running_var") else 0)
    return module.eval()


def write(file, module):
    scripted = io.BytesIO()
    torch.jit.save(torch.jit.script(zeroed(module)), scripted)
    with open(file, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(scripted.getvalue())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, network in NETWORKS.items():
        write(folder / (name + ".pt.gz"), network())
