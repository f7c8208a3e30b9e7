# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a code that is held before the camera, of every kind that ODK Collect reads."""

from typing import TYPE_CHECKING, Final

from core.visit.making import code_in
from kiosk.camera import grey_of

if TYPE_CHECKING:
    import zxingcpp
    from PySide6.QtGui import QImage

KINDS: Final = (
    "QRCode",
    "DataMatrix",
    "PDF417",
    "Aztec",
    "EAN13",
    "EAN8",
    "UPCA",
    "UPCE",
    "Code39Std",
    "Code93",
    "Code128",
    "ITF",
    "Codabar",
)
"""The kinds, as zxing-cpp calls them."""

GTIN: Final = 13
"""Digits with which zxing-cpp gives every number of the trade, whatever was printed."""


def code_seen(picture: "QImage") -> bytes:
    """The text of the first code in a picture that has any, in UTF-8; empty while there is none."""
    import zxingcpp

    seen = grey_of(picture)
    if seen is None:
        return b""
    wanted = zxingcpp.barcode_formats_from_str("|".join(KINDS))
    for found in zxingcpp.read_barcodes(seen, formats=wanted, text_mode=zxingcpp.TextMode.Plain):
        # A code may hold bytes of any kind, lone surrogates among them.
        content = _printed(found).encode("utf-8", "replace")
        if code_in(content):
            return content
    return b""


def _printed(found: "zxingcpp.Barcode") -> str:
    """What a code says, as ODK Collect gives it: the digits that stand under it, not the longer number of the trade
    that they stand for (GTIN-13), and of a Codabar what is between its first and last letter."""
    import zxingcpp

    text, kinds = str(found.text), zxingcpp.BarcodeFormat
    american = len(text) == GTIN and text.startswith("0")
    match found.format:
        case kinds.EAN13 | kinds.UPCA if american:
            return text[1:]
        case kinds.UPCE if american:
            return _short(text[1:])
        case kinds.Codabar:
            return text[1:-1]
        case _:
            return text


def _short(whole: str) -> str:
    """A UPC-A number of twelve digits in the eight of UPC-E (GS1 General Specifications, 5.2.2.4)."""
    system, maker, item, check = whole[0], whole[1:6], whole[6:11], whole[11]
    if maker[2] in "012" and maker[3:] == "00" and item[:2] == "00":
        inside = f"{maker[:2]}{item[2:]}{maker[2]}"
    elif maker[3:] == "00" and item[:3] == "000":
        inside = f"{maker[:3]}{item[3:]}3"
    elif maker[4] == "0" and item[:4] == "0000":
        inside = f"{maker[:4]}{item[4]}4"
    else:
        inside = f"{maker}{item[4]}"
    return f"{system}{inside}{check}"
