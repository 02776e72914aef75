#!/usr/bin/env python3
"""Makes `lossless.webp` and `lossy.webp` beside this file (python3-pil 9.4). Java can read WebP here, but not write it.

Eight by six pixels: the left half red (200, 30, 40), the right half blue (10, 60, 220).
"""
from pathlib import Path

from PIL import Image

here = Path(__file__).parent
image = Image.new("RGB", (8, 6), (200, 30, 40))
image.paste((10, 60, 220), (4, 0, 8, 6))
image.save(here / "lossless.webp", lossless=True)
image.resize((64, 48), Image.NEAREST).save(here / "lossy.webp", quality=90)
