"""Records what PyTorch itself does, for PyTorchParityTest: a small scripted network and the losses of 50 steps. Makes
other networks, for TorchScriptTrainerTest and ClassifiersTest.

    python3 vision/src/test/python/parity.py

Made with Debian's python3-torch 1.13.1. Images come from the generator below, which the Java tests repeat, so that only
the networks and the losses are kept, under vision/src/test/resources/parity/.
"""

import pathlib
from typing import NamedTuple, Optional

import torch
from torch import nn
from torch.nn import functional as F

CLASSES, SIZE, BATCH, STEPS = 5, 16, 16, 50
MEAN, DEVIATION = (0.49, 0.48, 0.45), (0.25, 0.24, 0.26)
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"


class Block(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.down = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(y)) + self.down(x))


class SmallResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.layer1 = Block(8, 16, 2)
        self.layer2 = Block(16, 32, 2)
        self.fc = nn.Linear(32, CLASSES)

    def forward(self, x):
        x = self.layer2(self.layer1(F.relu(self.bn1(self.conv1(x)))))
        return self.fc(F.adaptive_avg_pool2d(x, 1).flatten(1))


class Dropping(nn.Module):
    """Drops units at random while it learns. Whoever saved it froze its parameters. Flattens with view(), which works on
    contiguous planes only."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 4, 4)
        self.dropout = nn.Dropout(0.5)
        self.fc = nn.Linear(8 * 4 * 4, CLASSES)

    def forward(self, x):
        x = F.relu(self.conv(x))
        return self.fc(self.dropout(x.view(x.size(0), -1)))


class Answers(NamedTuple):
    logits: torch.Tensor
    auxiliary: Optional[torch.Tensor]


class Auxiliary(nn.Module):
    """Answers as torchvision's scripted GoogLeNet does."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3 * SIZE * SIZE, CLASSES)

    def forward(self, x) -> Answers:
        logits = self.fc(x.flatten(1))
        return Answers(logits, None)


class Images:
    """A linear congruential generator (Knuth's MMIX constants): 7 bits of noise on a pattern that tells the class."""

    def __init__(self, seed: int):
        self.state = seed

    def bits(self, count: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> (64 - count)

    def batch(self):
        """Bytes N x height x width x 3, and labels."""
        labels = [self.bits(16) % CLASSES for _ in range(BATCH)]
        values = [
            self.bits(7) + (label * 53 + colour * 29 + row // 4 * 17) % 128
            for label in labels
            for row in range(SIZE)
            for _ in range(SIZE)
            for colour in range(3)
        ]
        return torch.tensor(values, dtype=torch.uint8).view(BATCH, SIZE, SIZE, 3), torch.tensor(labels)


def to_input(images):
    channels = images.permute(0, 3, 1, 2).float().div(255)
    return (channels - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(DEVIATION).view(1, 3, 1, 1)


def plain(network):
    return F.cross_entropy


def tamed(network):
    """Label smoothing, gradients clipped by value and then by norm, and a frozen beginning."""
    for layer in (network.conv1, network.bn1):
        layer.eval()
        for p in layer.parameters():
            p.requires_grad_(False)
    return lambda logits, labels: F.cross_entropy(logits, labels, label_smoothing=0.1)


def clip(network):
    learning = [p for p in network.parameters() if p.requires_grad]
    torch.nn.utils.clip_grad_value_(learning, 0.1)
    torch.nn.utils.clip_grad_norm_(learning, 1.0)


def losses(optimizer_of, prepare):
    network = torch.jit.load(str(FOLDER / "network.pt")).train()
    criterion = prepare(network)
    optimizer = optimizer_of(network)
    images, recorded = Images(seed=1), []
    for step in range(STEPS):
        if step == STEPS // 2:  # a schedule: the momentum gathered before must not carry the old rate
            for group in optimizer.param_groups:
                group["lr"] *= 0.1
        pixels, labels = images.batch()
        optimizer.zero_grad()
        loss = criterion(network(to_input(pixels)), labels)
        loss.backward()
        if prepare is tamed:
            clip(network)
        optimizer.step()
        recorded.append(loss.item())
    return recorded


def groups(network, backbone: float, head: float):
    named = list(network.named_parameters())
    return [
        {"params": [p for name, p in named if not name.startswith("fc.")], "lr": backbone},
        {"params": [p for name, p in named if name.startswith("fc.")], "lr": head},
    ]


def sgd(network):
    return torch.optim.SGD(groups(network, 0.005, 0.05), lr=0.005, momentum=0.9, weight_decay=5e-4)


def adamw(network):
    return torch.optim.AdamW(
        groups(network, 0.0005, 0.005), lr=0.0005, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01
    )


def layered(network, backbone: float, head: float, decay: float):
    """Multipliers layer1=0.1/0.5, layer2.bn1=0.5/2, fc=1/2; what has one dimension does not decay."""
    multipliers = {"layer1": (0.1, 0.5), "layer2.bn1": (0.5, 2), "fc": (1, 2)}
    for name, p in network.named_parameters():
        if not p.requires_grad:
            continue
        weight, bias = next((m for prefix, m in multipliers.items() if name.startswith(prefix + ".")), (1, 1))
        rate = head if name.startswith("fc.") else backbone
        yield {
            "params": [p],
            "lr": rate * (bias if name.endswith(".bias") else weight),
            "weight_decay": 0 if p.dim() < 2 else decay,
        }


def sgd_tamed(network):
    return torch.optim.SGD(list(layered(network, 0.02, 0.1, 0.05)), lr=0.02, momentum=0.9)


def adamw_tamed(network):
    return torch.optim.AdamW(
        list(layered(network, 0.001, 0.005, 0.2)), lr=0.001, betas=(0.9, 0.999), eps=1e-8
    )


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    torch.jit.script(SmallResNet().eval()).save(str(FOLDER / "network.pt"))
    torch.jit.script(Dropping().eval().requires_grad_(False)).save(str(FOLDER / "dropping.pt"))
    torch.jit.script(Auxiliary().eval()).save(str(FOLDER / "auxiliary.pt"))
    for optimizer_of, prepare in ((sgd, plain), (adamw, plain), (sgd_tamed, tamed), (adamw_tamed, tamed)):
        lines = "".join(f"{loss:.8f}\n" for loss in losses(optimizer_of, prepare))
        (FOLDER / f"{optimizer_of.__name__.replace('_', '-')}-losses.txt").write_text(lines)


if __name__ == "__main__":
    main()
