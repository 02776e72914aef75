"""Records what PyTorch itself does, for PyTorchParityTest: a small scripted network and the losses of 50 steps. Makes
another network, for TorchScriptTrainerTest.

    python3 vision/src/test/python/parity.py

Made with Debian's python3-torch 1.13.1. Images come from the generator below, which the Java tests repeat, so that only
the networks and the losses are kept, under vision/src/test/resources/parity/.
"""

import pathlib

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


def losses(optimizer_of):
    network = torch.jit.load(str(FOLDER / "network.pt")).train()
    optimizer = optimizer_of(network)
    images, recorded = Images(seed=1), []
    for step in range(STEPS):
        if step == STEPS // 2:  # a schedule: the momentum gathered before must not carry the old rate
            for group in optimizer.param_groups:
                group["lr"] *= 0.1
        pixels, labels = images.batch()
        optimizer.zero_grad()
        loss = F.cross_entropy(network(to_input(pixels)), labels)
        loss.backward()
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


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    torch.jit.script(SmallResNet().eval()).save(str(FOLDER / "network.pt"))
    torch.jit.script(Dropping().eval().requires_grad_(False)).save(str(FOLDER / "dropping.pt"))
    for optimizer_of in (sgd, adamw):
        lines = "".join(f"{loss:.8f}\n" for loss in losses(optimizer_of))
        (FOLDER / f"{optimizer_of.__name__}-losses.txt").write_text(lines)


if __name__ == "__main__":
    main()
