# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules that are imported now, and whose code runs when something of theirs is first asked for.

`importlib.util.LazyLoader` would run the code for a look at a module's `__spec__` too, and PySide6 looks at those.
"""

import sys
from _thread import RLock
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

_lock = RLock()


class Later(ModuleType):
    """A module whose code has not run yet. Other threads wait while it runs."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__all__":
            # What the import of other modules asks every module for.
            raise AttributeError(name)
        with _lock:
            loader = self.__dict__.pop("_waits_for", None)
            if loader is not None:
                loader.exec_module(self)
                object.__setattr__(self, "__class__", ModuleType)
        return ModuleType.__getattribute__(self, name)


class _Waits:
    """Makes a module that `loader` will load."""

    def __init__(self, loader: "Loader") -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        module.__loader__ = module.__spec__.loader = self._loader
        module.__dict__["_waits_for"] = self._loader


class _Finds:
    """Finds some modules where they would be found anyway."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path, target) if name in self._names else None
        if found is not None and found.loader is not None:
            found.loader = cast("Loader", _Waits(found.loader))
        return found


@contextmanager
def loaded_later(*names: str) -> Iterator[None]:
    """Whichever of these modules is imported in here for the first time is loaded later."""
    finder = _Finds(frozenset(names))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
