#!/usr/bin/env python3
"""Makes the fixtures `oriented-*`, `animated.*`, `cmyk.*`, `ycck.*`, `profiled.webp` and `transparent.webp` beside this
file (python3-pil 9.4), and what PIL makes of those whose pixels are not obvious: `*.expected.png`.
"""
import struct
from pathlib import Path

from PIL import Image, ImageOps

here = Path(__file__).parent
RED, BLUE, GREEN, WHITE = (200, 30, 40), (10, 60, 220), (20, 160, 30), (250, 250, 250)


def quarters(width, height):
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height // 2))
    image.paste(GREEN, (0, height // 2, width // 2, height))
    image.paste(WHITE, (width // 2, height // 2, width, height))
    return image


# As the camera stores what, turned upright, is quarters(48, 32): red, blue above green, white.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
for value, method in STORED.items():
    stored = quarters(48, 32) if method is None else quarters(48, 32).transpose(method)
    exif = Image.Exif()
    exif[0x0112] = value
    kinds = {"jpg": dict(quality=95), "png": {}, "webp": dict(lossless=True)}
    for kind, how in kinds.items() if value == 6 else [("jpg", kinds["jpg"])]:
        path = here / f"oriented-{value}.{kind}"
        stored.save(path, exif=exif, **how)
        assert ImageOps.exif_transpose(Image.open(path)).convert("RGB").getpixel((47, 0))[2] > 200, path

frames = [quarters(48, 32), Image.new("RGB", (48, 32), WHITE), Image.new("RGB", (48, 32), BLUE)]
for kind, how in {"gif": {}, "png": {}, "webp": dict(lossless=True)}.items():
    frames[0].save(here / f"animated.{kind}", save_all=True, append_images=frames[1:], duration=100, **how)

# PIL writes and reads inks inverted, as Adobe does. Patches of 16 pixels survive JPEG nearly unchanged.
inks = Image.new("CMYK", (64, 16))
for i, ink in enumerate([(0, 200, 190, 30), (240, 180, 0, 10), (10, 20, 30, 200), (0, 0, 0, 0)]):
    inks.paste(ink, (16 * i, 0, 16 * i + 16, 16))
inks.save(here / "cmyk.jpg", quality=95)
Image.open(here / "cmyk.jpg").convert("RGB").save(here / "cmyk.expected.png")

# YCCK: luminance and chrominance in the first three channels, and Adobe's segment says so.
rgb = quarters(64, 16).convert("YCbCr")
black = Image.new("L", (64, 16), 230)
channels = [channel.point(lambda sample: 255 - sample) for channel in (*rgb.split(), black)]
Image.merge("CMYK", channels).save(here / "ycck.jpg", quality=95)
data = bytearray((here / "ycck.jpg").read_bytes())
adobe = data.index(b"Adobe")
assert data[adobe + 11] == 0
data[adobe + 11] = 2
(here / "ycck.jpg").write_bytes(data)
Image.open(here / "ycck.jpg").convert("RGB").save(here / "ycck.expected.png")


def profile():
    """A colour profile whose red and blue are swapped: whoever follows it shows other colours."""
    from PIL import ImageCms

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", data[128:132])[0]
    for i in range(count):
        at = 132 + 12 * i
        data[at : at + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(bytes(data[at : at + 4]), data[at : at + 4])
    return bytes(data)


quarters(48, 32).save(here / "profiled.webp", lossless=True, icc_profile=profile())
veiled = quarters(48, 32).convert("RGBA")
veiled.paste((255, 255, 255, 0), (0, 0, 24, 16))
veiled.save(here / "transparent.webp", quality=90)
