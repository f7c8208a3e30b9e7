# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small RDF graph in memory, and how texts, names and numbers are taken from it leniently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.ids import Language
from core.text import LocalisedText, Phrase
from services.language_tags import language_tag
from services.outside_text import PARAGRAPH, SENTENCE, one_line, plain


@dataclass(frozen=True, slots=True)
class Ref:
    """A value that is another node."""

    id: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is text; numbers too, in the form in which they were written."""

    text: str
    language: str = ""


@dataclass(slots=True)
class Node:
    """One subject with its types and properties, both by IRI; values in the document's order."""

    id: str
    types: set[str] = field(default_factory=set)
    values: dict[str, list[Ref | Literal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of a catalogue that was not understood: which, and why. For the log and for staff."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes by id, in the document's order, and what of the document was skipped."""

    nodes: Mapping[str, Node]
    skipped: tuple[Skipped, ...] = ()

    def of_type(self, *types: str) -> Iterator[Node]:
        """The nodes that have one of the types."""
        wanted = frozenset(types)
        return (node for node in self.nodes.values() if wanted & node.types)

    def refs(self, node: Node, name: str) -> tuple[str, ...]:
        """The ids that a property names, each once. Text that is an IRI counts: many write it so."""
        found = dict.fromkeys(
            value.id if isinstance(value, Ref) else value.text.strip()
            for value in node.values.get(name, ())
            if isinstance(value, Ref) or value.text.strip() in self.nodes or ":" in value.text
        )
        return tuple(found)

    def linked(self, node: Node, name: str) -> Iterator[Node]:
        """The nodes that a property names, as far as the document holds them."""
        return (self.nodes[one] for one in self.refs(node, name) if one in self.nodes)

    def word(self, node: Node, name: str) -> str:
        """The first value as one line: an identifier, a code, a number; empty when there is none."""
        for value in node.values.get(name, ()):
            return one_line(value.id if isinstance(value, Ref) else value.text)
        return ""

    def codes(self, node: Node, name: str) -> tuple[str, ...]:
        """All values as they are written, IRIs and plain text alike, for members of code lists."""
        return tuple(
            one_line(value.id if isinstance(value, Ref) else value.text)
            for value in node.values.get(name, ())
        )

    def text(self, node: Node, *names: str, most: int = SENTENCE) -> LocalisedText:
        """The first of the properties that has any text, one version for each language."""
        for name in names:
            versions: dict[Language, str] = {}
            for value in node.values.get(name, ()):
                if isinstance(value, Literal):
                    words = plain(value.text, most)
                    if words:
                        versions.setdefault(language_tag(value.language), words)
            if versions:
                return LocalisedText(tuple(Phrase(words, tag) for tag, words in versions.items()))
        return LocalisedText()

    def words(self, node: Node, name: str) -> LocalisedText:
        """All values of a property, those of one language in one text with commas between them."""
        versions: dict[Language, list[str]] = {}
        for value in node.values.get(name, ()):
            if isinstance(value, Literal) and (word := one_line(value.text)):
                versions.setdefault(language_tag(value.language), []).append(word)
        return LocalisedText(
            tuple(Phrase(plain(", ".join(words), PARAGRAPH), tag) for tag, words in versions.items())
        )
