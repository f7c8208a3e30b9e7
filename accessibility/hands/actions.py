# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can want from keys and switches, whatever they press: the one vocabulary of input."""

from enum import Enum


class Action(Enum):
    """One wish. Touch and mouse need no words here: they act on what they touch (accessibility.md, OPR-09)."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    SELECT = "select"
    BACK = "back"
    HELP = "help"
    NEXT = "next"
    LOUDER = "louder"
    SOFTER = "softer"
    SLOWER = "slower"
    FASTER = "faster"
    REPEAT = "repeat"
    PAUSE = "pause"
    SPELL = "spell"
    LANGUAGE = "language"
    HIDE = "hide"
    SWITCH_1 = "switch-1"
    SWITCH_2 = "switch-2"


STEPPING = frozenset({Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.NEXT})
"""Wishes that only move: they never change an answer (OPR-10)."""

SWITCHES = frozenset({Action.SWITCH_1, Action.SWITCH_2})
