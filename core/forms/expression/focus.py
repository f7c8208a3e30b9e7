# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The node that a part of an expression is evaluated for."""

from typing import NamedTuple

from core.forms.instance import Tree


class Focus(NamedTuple):
    """The context node with its position among its siblings in the node-set (XPath 1.0 section 1)."""

    tree: Tree
    node: int
    position: int = 1
    size: int = 1
