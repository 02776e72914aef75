"""Writes the untrained network of the samples: python3 network.py UNTRAINED.pt

A residual network for 32 x 32 images: three stages of one block each, 32, 64 and 128 channels, 8 classes, 309k
parameters. Needs PyTorch 1.13 or later (Debian: python3-torch). Hone itself needs no Python: any scripted classifier
will do, and this is how one is made.
"""
import sys

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = 8


def conv_norm(inputs, outputs, kernel, stride):
    conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = conv_norm(inputs, outputs, 3, stride)
        self.second = conv_norm(outputs, outputs, 3, 1)
        same = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if same else conv_norm(inputs, outputs, 1, stride)

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


class SmallResNet(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.stem = conv_norm(3, 32, 3, 1)
        self.stages = nn.Sequential(Residual(32, 32, 1), Residual(32, 64, 2), Residual(64, 128, 2))
        self.fc = nn.Linear(128, classes)

    def forward(self, x):
        x = self.stages(F.relu(self.stem(x)))
        return self.fc(F.adaptive_avg_pool2d(x, 1).flatten(1))


if __name__ == "__main__":
    torch.manual_seed(0)
    network = SmallResNet(CLASSES)
    torch.jit.script(network).save(sys.argv[1])
    print(sum(p.numel() for p in network.parameters()), "parameters")
