"""Writes the classifiers in src/test/resources/colours: which colour does an image have most of?

Their weights are set by hand, so that it is known beforehand how each does:
  base    always says red: right on a third of an even hold-out
  better  looks at the mean of each channel: always right
  worse   takes every colour for the next one: always wrong
  four    tells four classes apart
  rigid   runs on images of 8 x 8 pixels and on no others

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


folder = Path("src/test/resources/colours")
folder.mkdir(parents=True, exist_ok=True)
for name, (weight, bias) in MODELS.items():
    torch.jit.script(Colours(weight, bias).eval()).save(str(folder / f"{name}.pt"))
torch.save(Colours(*MODELS["base"]).state_dict(), str(folder / "state-dictionary.pt"))
torch.jit.script(Rigid().eval()).save(str(folder / "rigid.pt"))
