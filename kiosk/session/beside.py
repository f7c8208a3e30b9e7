# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt does by itself at a start, done on another core while this one runs Python, which never runs on two.

Nobody waits for these threads. What one has not come to is done by whoever needs it first, as it would be without
them: the linker and Qt's fonts have locks of their own.
"""

import ctypes
import os
from _thread import start_new_thread
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import Final

LIBRARIES: Final = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
"""Those of PySide6 that the first picture needs, with all that they need."""


def load_libraries() -> None:
    """Have the linker load Qt (dlopen(3)): the import of PySide6 then finds it in place."""
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    found = [os.fsencode(path) for path in libraries()]

    def load_all() -> None:
        for path in found:
            load(path, os.RTLD_NOW)

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


def find_fonts() -> None:
    """Have Qt read which fonts there are. To be called once there is an application."""
    from PySide6.QtGui import QFontDatabase

    start_new_thread(QFontDatabase.families, ())
