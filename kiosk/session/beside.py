# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt does by itself at a start, done on another core while this one runs Python, which never runs on two.

Nobody waits for this thread. What it has not come to is done by whoever needs it first, as it would be without it: the
linker and fontconfig have locks of their own.
"""

import ctypes
import os
import sys
from _thread import start_new_thread
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Final

LIBRARIES: Final = ("QtWidgets", "QtCore", "QtGui", "QtSvg")
"""Those of PySide6 that the first picture needs, with all that they need; nearly all comes with the first."""

OWN: Final = ("_datetime", "_json", "_struct", "binascii", "math", "resource", "select", "unicodedata")
"""Parts of Python that are libraries themselves: loaded before, as the linker does one thing at a time."""

FONTS: Final = b"libfontconfig.so.1"

TURNS: Final = 0.0002
"""Seconds after which Python's lock is handed over: between two libraries the thread needs it for a moment."""


def load_libraries() -> None:
    """Have the linker load Qt (dlopen(3)), so that its import finds it in place, and fontconfig find its fonts."""
    for name in OWN:
        import_module(name)
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    found = [os.fsencode(path) for path in libraries()]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURNS)

    def load_all() -> None:
        for path in found:
            load(path, os.RTLD_NOW)
        if fonts := load(FONTS, os.RTLD_NOW):
            ctypes.CDLL(None, handle=fonts).FcInit()
        sys.setswitchinterval(usual)

    start_new_thread(load_all, ())


def libraries() -> Iterator[str]:
    """The files of PySide6's modules, and the one that brings Qt to this display."""
    package = PathFinder.find_spec("PySide6")
    folders = package.submodule_search_locations if package is not None else None
    if not folders:
        return
    for name in LIBRARIES:
        module = PathFinder.find_spec(name, folders)
        if module is not None and module.origin is not None:
            yield module.origin
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0]
    yield os.path.join(folders[0], "Qt", "plugins", "platforms", f"libq{platform}.so")
