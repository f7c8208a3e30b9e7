# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns and expressions with which a form could hold a machine up; asserts nothing."""

import random
from typing import Final

RUNAWAYS: Final = (
    r"(a+)+$",
    r"(a|a)*$",
    r"(a|aa)+$",
    r"([a-zA-Z]+)*$",
    r"(.*a){12}$",
    r"(a*)*b",
    r"(a+)*b",
    r"(x+x+)+y",
    r"(.*)*=",
    r"(\w+\s?)*$",
    r"^(\w+)+@",
    r"^([a-z0-9]+)*-$",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"^(a?){25}a{25}$",
    r"(a?a?a?)*b",
    r"(a|b|ab)*c",
    r"^(\d+)*$",
    r"^(\d*)*x",
    r"^(\d+\.?)+$",
    r"([^,]*,?)*;",
    r"""(".*"|'.*')*x""",
    r"^((a+)(b+))*c",
    r"(\s*\w*)*!",
    r"^(.+)+\1$",
    r"(a.*b)*c",
    r"^(?:.*?,){11}P",
    r"(?:a|a?)+$",
    r"(\[.*\])*x",
    r"^([0-9a-f]{2}:?)*g",
    r"(<[^>]*>?)*!",
    r"^(\S+\s*)+$",
    r"(?:(?:a+)+)+b",
    r"((a*)+)+b",
    r"(ab*)*c",
    r"(a*b*)*c",
    r"(a+b?)*c",
    r"(aa?)*b",
    r"^(-?\d+,?)*x",
    r"(1|11|111)*2",
    r"([A-Za-z]+\s*)*\d",
    r"(.|.)*x",
    r"(.?.?)*x",
    r"^(([^@]+)+)@x",
    r"(\d\d?)*z",
    r"^(\p{L}+)*\d",
    r"((.*)\s)*x",
    r"(?:x|xx|xxx)*y",
    r"^(a+a+)+$",
    r"(\b\w+\b\s*)*$",
    r"(?=(a+))a*b\1",
)
"""Patterns that take exponential or high polynomial time in engines that go back."""

FODDER: Final = ("a", "aa", "ab", "1", "x", "a,", "ab ", '"', "<", "a1")
ENDS: Final = "!"

ITEMS: Final = 600
"""Entries of the list that expressions look through: two looks inside each other are more than one evaluation may."""

NESTED: Final = "count(instance('x')/root/n[count(instance('x')/root/n[. > 1]) > 1])"


def fodder(number: int, length: int) -> str:
    """A text on which a pattern nearly fits, again and again."""
    part = FODDER[number % len(FODDER)]
    return (part * length)[:length] + ENDS


def expression(chance: random.Random, depth: int = 4) -> str:
    """Any expression of the language; many have no value, and some cost a great deal."""
    if depth == 0:
        return chance.choice(
            ("/data/a", "'word'", "3000000", "1", "''", "instance('x')/root/n", "/data/b", ".")
        )
    inner = [expression(chance, depth - 1) for _ in range(3)]
    form = chance.choice(
        (
            "count(instance('x')/root/n[{0} > 1])",
            "sum(instance('x')/root/n[. = {0}])",
            "concat({0}, {1}, {2})",
            "if({0}, {1}, {2})",
            "({0} + {1}) * {2}",
            "{0} = {1} and {2} != 1",
            "join(' ', instance('x')/root/n[{0}])",
            "regex({0}, '(a|a)*(a|aa)*$')",
            "string-length({0}) > {1}",
            "instance('x')/root/n[position() = {0}]",
            "max(instance('x')/root/n[count(instance('x')/root/n[. > {0}]) > 1])",
            "substr({0}, {1}, {2})",
            "selected({0}, {1})",
            "round({0}, {1})",
            "coalesce({0}, {1})",
            "not({0} or {1})",
        )
    )
    return form.format(*inner)
