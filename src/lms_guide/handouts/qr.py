"""The code that a phone's camera reads: drawn by segno, and read back before it is printed."""

from __future__ import annotations

from functools import lru_cache

import segno
import zxingcpp
from PIL import Image

QUIET = 4  # modules of white around the code
SYMBOL_MM = 22.0


@lru_cache(maxsize=256)
def drawing(address: str) -> tuple[str, float]:
    """The code as a data URI of an SVG picture, and the side in millimeters that gives the symbol itself SYMBOL_MM.

    Raises ValueError when the code cannot be read back from a gray picture of that size at 150 dots an inch.
    """
    code = segno.make_qr(address, error="q", boost_error=False)
    modules = code.symbol_size(border=QUIET)[0]
    side = SYMBOL_MM * modules / (modules - 2 * QUIET)
    seen = read_back(code, side)
    if seen != address:
        raise ValueError(f"the code of {address} reads “{seen}”")
    return code.svg_data_uri(border=QUIET, dark="#000", light=None, omitsize=True, xmldecl=False), side


def read_back(code: segno.QRCode, side: float) -> str:
    """What a reader sees of a code printed with a side in millimeters; empty when nothing."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(border=QUIET)]
    picture = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
    pixels = round(side / 25.4 * 150)
    found = zxingcpp.read_barcodes(picture.resize((pixels, pixels), Image.Resampling.BILINEAR))
    return found[0].text if found else ""
