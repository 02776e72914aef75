"""Writes the classifiers in src/test/resources/colours: which colour does an image have most of?

Their weights are set by hand, so that it is known beforehand how each does:
  base    always says red: right on a third of an even hold-out
  better  looks at the mean of each channel: always right
  worse   takes every colour for the next one: always wrong
  four    tells four classes apart
  rigid   runs on images of 8 x 8 pixels and on no others
  patches looks at patches with learnt places, as vision transformers do: other sizes it refuses in its own words
  aux     its head fc comes before an auxiliary classifier of five outputs that it only has for training

Run with Debian's python3-torch from evaluator-service/: python3 src/test/python/colours.py
"""

from pathlib import Path

import torch
from torch import nn

torch.manual_seed(7)


class Colours(nn.Module):
    def __init__(self, weight, bias):
        super().__init__()
        weight = torch.tensor(weight)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(3, weight.shape[0])
        with torch.no_grad():
            self.fc.weight.copy_(weight)
            self.fc.bias.copy_(torch.tensor(bias))

    def forward(self, x):
        return self.fc(torch.flatten(self.pool(x), 1))


MODELS = {
    "base": ([[0.0, 0.0, 0.0]] * 3, [1.0, 0.0, 0.0]),
    "better": ([[4.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 4.0]], [0.0, 0.0, 0.0]),
    "worse": ([[0.0, 0.0, 4.0], [4.0, 0.0, 0.0], [0.0, 4.0, 0.0]], [0.0, 0.0, 0.0]),
    "four": ([[1.0, 0.0, 0.0]] * 4, [0.0, 0.0, 0.0, 0.0]),
}


class Rigid(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3 * 8 * 8, 3)

    def forward(self, x):
        return self.fc(torch.flatten(x, 1))


class Patches(nn.Module):
    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 6, 4, stride=4)
        self.place = nn.Parameter(torch.randn(1, 4, 6))
        self.encoder = nn.TransformerEncoderLayer(6, 2, 12, batch_first=True)
        self.heads = nn.Linear(6, 3)

    def forward(self, x):
        torch._assert(x.shape[2] == 8, f"Wrong image height! Expected 8 but got {x.shape[2]}!")
        torch._assert(x.shape[3] == 8, f"Wrong image width! Expected 8 but got {x.shape[3]}!")
        x = self.patch(x).flatten(2).transpose(1, 2) + self.place
        return self.heads(self.encoder(x).mean(1))


class Aux(nn.Module):
    def __init__(self):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(3, 3)
        self.aux = nn.Linear(3, 5)

    def forward(self, x):
        x = torch.flatten(self.pool(x), 1)
        if self.training:
            return self.fc(x) + self.aux(x).mean()
        return self.fc(x)


folder = Path("src/test/resources/colours")
folder.mkdir(parents=True, exist_ok=True)
for name, (weight, bias) in MODELS.items():
    torch.jit.script(Colours(weight, bias).eval()).save(str(folder / f"{name}.pt"))
torch.save(Colours(*MODELS["base"]).state_dict(), str(folder / "state-dictionary.pt"))
for network in (Rigid(), Patches(), Aux()):
    torch.jit.script(network.eval()).save(str(folder / f"{type(network).__name__.lower()}.pt"))
