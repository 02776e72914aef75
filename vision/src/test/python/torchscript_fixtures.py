"""Writes the TorchScript files that the tests of io.hone.vision.archive read, with what PyTorch says about each.

    cp vision/src/test/python/torchscript_fixtures.py /tmp
    python3 /tmp/torchscript_fixtures.py vision/src/test/resources/torchscript

(The files record where the script lies: a copy keeps people's folders out of them.) Made with Debian 12's python3-torch
1.13.1. A `.txt` beside a `.pt` holds one fact a line: the tensors of state_dict() in order, the methods, the head.
With `--torchvision` the same is written for the untrained networks of python3-torchvision 0.14.1: too large to keep,
but the test reads any folder:

    python3 vision/src/test/python/torchscript_fixtures.py --torchvision /tmp/networks
    mvn -pl vision -am -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest=PythonAgreesTest -Dhone.torchscript=/tmp/networks verify
"""
import sys
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

TYPES = {
    torch.float64: "FLOAT64", torch.float32: "FLOAT32", torch.float16: "FLOAT16", torch.bfloat16: "BFLOAT16",
    torch.int64: "INT64", torch.int32: "INT32", torch.int16: "INT16", torch.int8: "INT8", torch.uint8: "UINT8",
    torch.bool: "BOOL",
}


class Block(nn.Module):
    """Two convolutions around which the input passes."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        inner = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(inner + self.shortcut(x))


class Residual(nn.Module):
    def __init__(self, classes=10, width=4):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.layer1 = nn.Sequential(Block(width, width, 1))
        self.layer2 = nn.Sequential(Block(width, 2 * width, 2))
        self.fc = nn.Linear(2 * width, classes)

    @torch.jit.export
    def features(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        return F.adaptive_avg_pool2d(self.layer2(self.layer1(x)), 1).flatten(1)

    def forward(self, x):
        return self.fc(self.features(x))


class Sequenced(nn.Module):
    """A classifier of several linear layers, the last without a bias."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten())
        self.classifier = nn.Sequential(nn.Linear(16, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 300, bias=False))

    def forward(self, x):
        return self.classifier(self.features(x))


class Odd(nn.Module):
    """Every type, a single number, a view, one layer in two places, a tensor that is no state."""

    def __init__(self):
        super().__init__()
        for i, dtype in enumerate(TYPES):
            self.register_buffer("b%d" % i, torch.zeros(2, dtype=dtype))
        self.register_buffer("single", torch.tensor(3.0))
        self.register_buffer("view", torch.arange(6.0).reshape(2, 3).t()[1:])
        self.no_state = torch.zeros(5)
        self.scale = nn.Parameter(torch.ones(1, 3, 1, 1))
        self.frozen = nn.Parameter(torch.ones(1), requires_grad=False)
        self.first = nn.Linear(3, 3)
        self.again = self.first

    def forward(self, x):
        x = (x * self.scale * self.frozen).mean([2, 3]) + self.no_state.sum()
        return self.again(self.first(x)) + self.single + self.view.sum() + self.b0.sum()


class Headless(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, x):
        return self.conv(x).mean([2, 3])


def facts(module, scripted):
    for name, tensor in module.state_dict(keep_vars=True).items():
        kind = "PARAMETER" if isinstance(tensor, nn.Parameter) else "BUFFER"
        yield "tensor %s %s %s %s" % (name, kind, TYPES[tensor.dtype], "x".join(map(str, tensor.shape)))
    for method in scripted._c._method_names():
        yield "method %s" % method
    linear = [name for name, m in module.named_modules(remove_duplicate=False) if type(m) is nn.Linear]
    if linear:
        head = module.get_submodule(linear[-1])
        bias = linear[-1] + ".bias" if head.bias is not None else "-"
        yield "head %s %s %s %d %d" % (linear[-1], linear[-1] + ".weight", bias, head.in_features, head.out_features)


def write(folder, name, module, scripted):
    scripted.save(str(folder / (name + ".pt")))
    scripted = torch.jit.load(str(folder / (name + ".pt")))
    (folder / (name + ".txt")).write_text("".join(fact + "\n" for fact in facts(module, scripted)))


def small(folder):
    torch.manual_seed(1)
    residual, sequenced, odd, headless = Residual().eval(), Sequenced().eval(), Odd().eval(), Headless().eval()
    write(folder, "residual", residual, torch.jit.script(residual))
    write(folder, "sequenced", sequenced, torch.jit.script(sequenced))
    write(folder, "odd", odd, torch.jit.script(odd))
    write(folder, "headless", headless, torch.jit.script(headless))
    write(folder, "traced", residual, torch.jit.trace(residual, torch.zeros(1, 3, 8, 8)))
    torch.jit.freeze(torch.jit.script(residual)).save(str(folder / "frozen.pt"))
    torch.save(residual.state_dict(), folder / "state-dictionary.pt")
    torch.save(residual, folder / "pickled-module.pt")
    torch.save(residual.state_dict(), folder / "before-1.6.pt", _use_new_zipfile_serialization=False)


def large(folder):
    import torchvision.models as models

    for name in ["resnet18", "mobilenet_v3_small", "efficientnet_b0", "vit_b_16", "googlenet", "densenet121"]:
        module = getattr(models, name)(num_classes=7, **({"init_weights": False} if name == "googlenet" else {}))
        write(folder, name, module.eval(), torch.jit.script(module.eval()))


if __name__ == "__main__":
    target = Path(sys.argv[-1])
    target.mkdir(parents=True, exist_ok=True)
    large(target) if "--torchvision" in sys.argv else small(target)
