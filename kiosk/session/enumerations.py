# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the enumerations of Qt as `enum` makes them, and several times as fast.

PySide6 has two hundred of them made before the first picture, with three thousand members, each from a list of names
and numbers. `enum` looks at every member for what only a written class can hold.
"""

import enum
import sys
from types import MethodType
from typing import Any, Final

Pairs = list[tuple[str, int]]

_metaclass: Any = enum.EnumType
_usual: Final = _metaclass._create_

BASES: Final = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)

SAMPLE: Final[Pairs] = [("A", 1), ("B", 4), ("C", 2), ("Alias", 1), ("Both", 6), ("None_", 0), ("More", 25)]
"""Something of everything: an order of its own, a second name, several bits, no bit, bits that have no own name."""

OF_EACH: Final = {
    *("__module__", "_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_"),
    *("_flag_mask_", "_singles_mask_", "_all_bits_", "_iter_member_"),
}
"""What is in the class of each enumeration and differs; all else is the same for all with the same base."""


class _Kind:
    """Enumerations with the same base. `known` is whether ours are, to the last attribute, those of this Python."""

    def __init__(self, base: Any) -> None:
        self._base = base
        self._flags = issubclass(base, enum.Flag)
        self._new: Any = int.__new__ if issubclass(base, int) else _without_value
        self._taken = {"mro", *(name for each in base.__mro__ for name in vars(each))}
        usual = _usual(base, "Sample", SAMPLE, module=__name__, boundary=enum.KEEP)
        members = dict(SAMPLE)
        # The first releases of Python 3.11 have one mask, of the bits that have a name of their own.
        self._two_masks = "_singles_mask_" in vars(usual)
        self._body = {
            name: value for name, value in vars(usual).items() if name not in OF_EACH and name not in members
        }
        # In the body of a class it would become a static method.
        self._new_of_class = self._body.pop("__new__", None)
        shared = any(isinstance(value, list | dict | set) for value in self._body.values())
        self.known = not shared and _told(self.made("Sample", SAMPLE, __name__)) == _told(usual)

    def takes(self, pairs: object) -> bool:
        """Whether these are names and numbers and nothing else, each name once and none that means something."""
        if type(pairs) is not list:
            return False
        for name, value in pairs:
            if type(value) is not int or name[:1] in ("_", "") or name in self._taken:
                return False
            if self._flags and value < 0:
                return False
        return len(dict(pairs)) == len(pairs)

    def made(self, name: str, pairs: Pairs, module: str) -> Any:
        """An enumeration."""
        names: list[str] = []
        members: dict[str, Any] = {}
        by_value: dict[int, Any] = {}
        body = {
            **self._body,
            "__module__": module,
            "_member_names_": names,
            "_member_map_": members,
            "_value2member_map_": by_value,
            "_unhashable_values_": [],
        }
        made = type.__new__(_metaclass, name, (self._base,), body)
        new, flags, put = self._new, self._flags, type.__setattr__
        put(made, "__new__", self._new_of_class)
        for each, value in pairs:
            member = by_value.get(value)
            if member is None:
                member = by_value[value] = new(made, value)
                facts = member.__dict__
                facts["_value_"], facts["_name_"] = value, each
                facts["__objclass__"], facts["_sort_order_"] = made, len(names)
                if not flags or (value and not value & (value - 1)):
                    names.append(each)
            members[each] = member
            put(made, each, member)
        if flags:
            self._finish(made, by_value)
        return made

    def _finish(self, made: Any, by_value: dict[int, Any]) -> None:
        mask = singles = 0
        for value in by_value:
            singles |= value if not value & (value - 1) else 0
            mask |= value
        put = type.__setattr__
        put(made, "_flag_mask_", mask if self._two_masks else singles)
        if self._two_masks:
            put(made, "_singles_mask_", singles)
        put(made, "_all_bits_", (1 << mask.bit_length()) - 1)
        values = [made._member_map_[name]._value_ for name in made._member_names_]
        if values != sorted(values):
            put(made, "_iter_member_", made._iter_member_by_def_)


def _without_value(made: Any, value: int) -> Any:
    del value
    return object.__new__(made)


def _told(made: Any) -> dict[str, object]:
    """What an enumeration is made of, without what no two can have in common."""

    def told(value: object) -> object:
        if isinstance(value, made):
            return {name: fact for name, fact in vars(value).items() if name != "__objclass__"}
        if isinstance(value, dict):
            return {name: told(inner) for name, inner in value.items()}
        return value.__func__ if isinstance(value, MethodType) else value

    return {name: told(value) for name, value in vars(made).items()}


_kinds: dict[object, _Kind] = {}


def _create(
    cls: Any,
    class_name: str,
    names: Any,
    *,
    module: str | None = None,
    qualname: str | None = None,
    type: Any = None,  # noqa: A002 - the name is that of `enum`
    start: int = 1,
    boundary: enum.FlagBoundary | None = None,
) -> Any:
    """Stands for `EnumType._create_`: what PySide6 asks for is made here, all else as usual."""
    if module is None:
        # Who called the class: with this function there is a frame more than `enum` counts.
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as `enum` finds it
        kind = _kinds.get(cls)
        asked_by_qt = boundary is enum.KEEP and qualname is type is None
        if kind is not None and module and asked_by_qt and kind.takes(names):
            return kind.made(class_name, names, module)
    return _usual(
        cls, class_name, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary
    )


def make_quickly() -> None:
    """Have the enumerations that Qt asks for made here from now on, if it is known how this Python makes them."""
    if not _kinds:
        _kinds.update((base, kind) for base in BASES if (kind := _Kind(base)).known)
        _metaclass._create_ = _create
