# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes Python and PySide6 load the rest of a session without delay; to be called before they do."""

import builtins
import gc
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final

from kiosk.session.enumerations import make_quickly
from kiosk.session.later import loaded_later

FOR_MISTAKES: Final = (
    "inspect",
    "ipaddress",
    "shibokensupport.signature.errorhandler",
    "shibokensupport.signature.layout",
    "shibokensupport.signature.lib.enum_sig",
    "shibokensupport.signature.lib.pyi_generator",
    "shibokensupport.signature.lib.tool",
    "shibokensupport.signature.parser",
    "tempfile",
    "traceback",
    "zipfile",
)
"""What is imported whenever PySide6 is loaded, and used for messages about wrong calls, for stubs and for archives."""


WITHOUT_QT: Final = (
    "accessibility.layout",
    "accessibility.preferences",
    "accessibility.themes",
    "core.visit.threshold",
    "kiosk.hardening",
    "kiosk.language_packs",
    "kiosk.profile.file",
    "kiosk.session.setting",
    "ui.present.bar",
    "ui.present.masthead",
    "ui.present.welcome",
)
"""What the first picture needs and is loaded while another core loads Qt's libraries."""


def load_quickly() -> None:
    """Load Qt, and take five brakes off what is loaded with it and after it.

    Until the first picture nothing is thrown away: `kiosk.session.process` switches the collector on again. What
    PySide6 keeps ready for a programmer's mistake is loaded when one is made. Its enumerations are made without a
    second look, and our records without a compiler. And it puts a function of its own in the place of Python's
    import, which reads the source of every module to see whether that one wishes for a `__feature__`. None of ours
    does, and there are a hundred of them.
    """
    gc.disable()
    with loaded_later(*FOR_MISTAKES):
        from kiosk.session.records import use_kept  # `dataclasses` imports `inspect`

        use_kept()
        for name in WITHOUT_QT:
            importlib.import_module(name)
    make_quickly()
    plain = builtins.__import__
    without_features = _WithoutFeatures()
    sys.meta_path.insert(0, without_features)
    with loaded_later(*FOR_MISTAKES):
        import PySide6.QtCore  # noqa: F401
    sys.meta_path.remove(without_features)
    builtins.__import__ = plain


class _WithoutFeatures:
    """Is asked for every module, finds none, and gives PySide6 Python's own import to put in the place of itself."""

    def __init__(self) -> None:
        self._plain = builtins.__import__

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        del name, path, target
        if hasattr(builtins, "__feature_import__"):
            builtins.__feature_import__ = self._plain
