# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a form are made anew in a process of their own, whatever stands in them; the rest of the form opens."""

import struct
import sys
import zlib
from dataclasses import replace

import pytest

from accessibility.speech.sound import from_wave
from core.forms.definition import Form
from core.forms.xforms import load
from kiosk.form_media import with_harmless_media
from kiosk.picturing.drawings import is_inert, is_svg
from ui.registry_form import form_source
from ui.registry_media_form import QUESTIONS
from ui.registry_pictures import drawn, street_files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 6">{}</svg>'
HARMLESS = SVG.format(
    '<defs><g id="a"><rect width="9" height="6" style="fill:url(#b)"/></g></defs><use x:href="#a"/>'
)
HARMFUL = (
    '<image href="file:///etc/hostname" width="9" height="9"/>',
    '<use x:href="https://example.org/a.svg#b"/>',
    "<script>alert(1)</script>",
    '<rect onload="alert(1)" width="1" height="1"/>',
    "<style>@import url(https://example.org/a.css);</style>",
    '<rect style="fill:url(https://example.org/#b)" width="1" height="1"/>',
    "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
    '<?xml-stylesheet href="a.css"?>',
)


def form_with(**files: bytes) -> Form:
    form = load(form_source(QUESTIONS), dict(street_files()))
    assert isinstance(form, Form)
    return replace(form, files=files)


def bomb() -> bytes:
    """A picture that says it has 3,600,000,000 pixels."""
    plain = drawn()
    return plain[:16] + struct.pack(">II", 60_000, 60_000) + plain[24:]


def with_secret(png: bytes) -> bytes:
    """A picture that carries words of its author."""
    data = b"Author\0canary"
    chunk = struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))
    return png[:33] + chunk + png[33:]


def test_what_is_shown_was_drawn_anew_and_carries_nothing_but_pixels() -> None:
    from PySide6.QtGui import QImage

    made = with_harmless_media(form_with(a=with_secret(drawn()), b=HARMLESS.encode())).files
    assert b"canary" not in made["a"]
    assert QImage.fromData(made["a"]).size().toTuple() == (240, 160)
    assert QImage.fromData(made["b"]).size().toTuple() == (800, 533)


def test_what_is_no_picture_or_too_large_is_not_shown_and_the_others_are() -> None:
    form = form_with(a=b"no picture", b=bomb(), c=drawn(), d=SVG.format(HARMFUL[0]).encode(), e=b"")
    assert set(with_harmless_media(form).files) == {"c"}


def wave(bits: int) -> bytes:
    """Half a second of a WAV file; with 32 bits one that cannot be read without a decoder."""
    samples = bytes(4_000 * bits // 8)
    form = struct.pack("<HHIIHH", 1, 1, 8_000, 8_000 * bits // 8, bits // 8, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_recording_leaves_as_plain_samples_whatever_it_was() -> None:
    made = with_harmless_media(form_with(a=wave(16), b=wave(32), c=b"ID3" + bytes(400), d=b"OggS")).files
    assert set(made) == {"a", "b"}
    assert [from_wave(made[name]).seconds for name in "ab"] == [0.5, pytest.approx(0.5, abs=0.05)]


def test_a_form_without_files_needs_no_process() -> None:
    form = form_with()
    assert with_harmless_media(form, ("/nowhere",)) is form


def test_a_process_that_ends_over_a_picture_costs_that_picture_only() -> None:
    code = (
        "import sys; from kiosk.picturing.wire import *\n"
        "while (p := unframed(sys.stdin.buffer, 99)) is not None:\n"
        "    if p == b'bad': sys.exit(1)\n"
        "    sys.stdout.buffer.write(framed([p + b' drawn'])); sys.stdout.buffer.flush()\n"
    )
    form = form_with(a=b"one", b=b"bad", c=b"two")
    made = with_harmless_media(form, (sys.executable, "-c", code)).files
    assert made == {"a": b"one drawn", "c": b"two drawn"}


def test_without_the_process_the_form_opens_without_its_pictures(caplog: pytest.LogCaptureFixture) -> None:
    made = with_harmless_media(form_with(a=drawn()), ("/nowhere/at/all",))
    assert made.files == {}
    assert [one.levelname for one in caplog.records if one.levelname == "ERROR"]
    caplog.clear()


@pytest.mark.parametrize("inner", HARMFUL)
def test_a_drawing_that_does_or_fetches_anything_is_none(inner: str) -> None:
    content = SVG.format(inner).encode()
    assert is_svg(content)
    assert not is_inert(content)


def test_a_drawing_that_only_points_into_itself_is_inert() -> None:
    assert is_inert(HARMLESS.encode())
    assert not is_inert(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + HARMLESS.encode())
    assert not is_inert(b"<svg")
