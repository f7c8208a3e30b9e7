# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns JSON-LD, expanded or compacted, into a graph; leniently, and noting what it passes over.

JSON-LD 1.1 with contexts inside the document; NGSI-LD and NGSI v2 attributes are unwrapped (ETSI GS CIM 009).
"""

from collections.abc import Iterator

from services.cpsv_ap.context import Context, Term
from services.cpsv_ap.graph import Graph, Literal, Node, Ref, Skipped
from services.documents import Json

MOST_NODES = 500_000
MOST_SKIPPED = 1_000
NGSI_ATTRIBUTES = frozenset(
    {
        "Property", "Relationship", "LanguageProperty", "GeoProperty", "VocabProperty",
        "Text", "StructuredValue", "Number", "DateTime", "Boolean",
    }
)  # fmt: skip


def read_graph(document: Json) -> Graph:
    """The nodes of a document. Never raises: what is no JSON-LD gives an empty graph and says so."""
    reader = _Reader()
    reader.read(document, Context())
    return Graph(reader.nodes, tuple(reader.skipped))


class _Reader:
    """Collects nodes while it walks through one document. `read_json` has bounded the document's depth."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.skipped: list[Skipped] = []
        self._blank = 0

    def read(self, value: Json, context: Context) -> None:
        """The nodes of the top level, or of a `@graph`."""
        match value:
            case list():
                for one in value:
                    self.read(one, context)
            case dict():
                self._node(value, context)
            case _:
                self._skip("document", "neither an object nor a list")

    def _skip(self, place: str, reason: str) -> None:
        if len(self.skipped) < MOST_SKIPPED:
            self.skipped.append(Skipped(place[:200], reason))

    def _node(self, members: dict[str, Json], outer: Context) -> Ref | None:
        """One node object; None when it is only a wrapper around a `@graph`, or there are too many."""
        context = outer.extended(members["@context"]) if "@context" in members else outer
        terms = [(context.key(name), name, value) for name, value in members.items()]
        own = [entry for entry in terms if entry[0].iri not in ("@context", "@graph", "@id", "@included")]
        for term, _, value in terms:
            if term.iri in ("@graph", "@included"):
                self.read(value, context)
        named = next((value for term, _, value in terms if term.iri == "@id"), None)
        if not own and not isinstance(named, str):
            return None
        node = self._place(context.node_id(named) if isinstance(named, str) else "")
        if node is None:
            return None
        for term, name, value in own:
            self._member(node, term, name, value, context)
        return Ref(node.id)

    def _place(self, name: str) -> Node | None:
        """The node of that id, made when it is new; without an id a blank one."""
        if not name:
            self._blank += 1
            name = f"_:b{self._blank}"
        if name not in self.nodes:
            if len(self.nodes) >= MOST_NODES:
                self._skip(name, "too many nodes")
                return None
            self.nodes[name] = Node(name)
        return self.nodes[name]

    def _member(self, node: Node, term: Term, name: str, value: Json, context: Context) -> None:
        if term.iri == "@type":
            kinds = value if isinstance(value, list) else [value]
            node.types.update(context.expand(kind) for kind in kinds if isinstance(kind, str))
        elif term.iri == "@reverse" and isinstance(value, dict):
            for key, subjects in value.items():
                self._reversed(node, context.key(key), subjects, context)
        elif term.reverse:
            self._reversed(node, term, value, context)
        elif not term.iri or term.iri.startswith("@"):
            if not term.iri:
                self._skip(f"{node.id} {name}", "not a term of any context")
        else:
            node.values.setdefault(term.iri, []).extend(self._values(value, term, context))

    def _reversed(self, node: Node, term: Term, subjects: Json, context: Context) -> None:
        """The subjects that a reverse property names get `node` as their value."""
        for subject in self._values(subjects, Term(term.iri, names_node=True), context):
            place = self._place(subject.id) if isinstance(subject, Ref) else None
            if place is not None and term.iri:
                place.values.setdefault(term.iri, []).append(Ref(node.id))

    def _values(self, value: Json, term: Term, context: Context) -> Iterator[Ref | Literal]:
        match value:
            case None:
                return
            case list():
                for one in value:
                    yield from self._values(one, term, context)
            case dict():
                yield from self._object(value, term, context)
            case str() if term.names_node:
                yield Ref(context.node_id(value))
            case str():
                yield Literal(value, term.language or context.language)
            case bool():
                yield Literal("true" if value else "false")
            case _:
                yield Literal(str(value))

    def _object(self, value: dict[str, Json], term: Term, context: Context) -> Iterator[Ref | Literal]:
        inner = context.extended(value["@context"]) if "@context" in value else context
        keys = {inner.key(name).iri: member for name, member in value.items()}
        unwrapped = _ngsi_value(value)
        if unwrapped is not None:
            yield from self._values(unwrapped, term, inner)
        elif "@value" in keys:
            language = keys.get("@language")
            for literal in self._values(keys["@value"], Term(term.iri), Context()):
                if isinstance(literal, Literal):
                    yield Literal(literal.text, language if isinstance(language, str) else "")
        elif "@list" in keys or "@set" in keys:
            yield from self._values(keys.get("@list", keys.get("@set")), term, inner)
        elif term.container == "@language":
            for language, texts in value.items():
                tag = "" if language == "@none" else language
                yield from self._values(texts, Term(term.iri, language=tag or None), Context())
        elif term.container == "@index":
            for one in value.values():
                yield from self._values(one, Term(term.iri, term.names_node), inner)
        else:
            node = self._node(value, context)
            if node is not None:
                yield node


def _ngsi_value(value: dict[str, Json]) -> Json:
    """What an NGSI attribute carries; None when the object is none."""
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in NGSI_ATTRIBUTES:
        return None
    pairs = value.get("languageMap")
    if isinstance(pairs, dict):
        return [{"@value": text, "@language": language} for language, text in pairs.items()]
    return value.get("object", value.get("value"))
