# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads JSON-LD contexts: which IRI a key stands for, and how its values are to be taken. Fetches none.

JSON-LD 1.1 sections 4.1 to 4.6, as far as catalogues use them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from services.cpsv_ap.vocabulary import LOCAL_NAMES, PREFIXES
from services.documents import Json

KEYWORDS = frozenset(
    {
        "@id", "@type", "@value", "@language", "@graph", "@context", "@list", "@set", "@reverse",
        "@included", "@index", "@vocab", "@base", "@none", "@direction", "@container", "@nest",
    }
)  # fmt: skip
FURTHEST = 8
NGSI_KEYS: Mapping[str, str] = MappingProxyType({"id": "@id", "type": "@type"})


@dataclass(frozen=True, slots=True)
class Term:
    """What a key means. `names_node` when its plain text values are ids; `container` as JSON-LD spells it."""

    iri: str
    names_node: bool = False
    container: str = ""
    language: str | None = None
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The terms that hold at one place of a document. `remote` when a context was named but not included."""

    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    vocabulary: str = ""
    base: str = ""
    language: str = ""
    remote: bool = False

    def extended(self, local: Json) -> "Context":
        """With what an `@context` adds. What it holds beyond JSON-LD is ignored."""
        match local:
            case None:
                return Context()
            case list():
                context = self
                for one in local:
                    context = context.extended(one)
                return context
            case dict():
                return self._with(local)
            case _:
                return replace(self, remote=True)

    def _with(self, local: Mapping[str, Json]) -> "Context":
        words = {name: value for name, value in local.items() if isinstance(value, str)}
        # Prefixes first: a definition may use one that stands below it.
        plain = {name: Term(value) for name, value in words.items() if not name.startswith("@")}
        context = replace(
            self,
            terms={**self.terms, **plain},
            vocabulary=words.get("@vocab", self.vocabulary),
            base=words.get("@base", self.base),
            language=words.get("@language", self.language),
        )
        terms = dict(context.terms)
        for name, value in local.items():
            if name.startswith("@") or name in KEYWORDS:
                continue
            if isinstance(value, str):
                terms[name] = Term(context.expand(value))
            elif isinstance(value, dict):
                terms[name] = context.term(name, value)
        return replace(context, terms=terms)

    def term(self, name: str, definition: Mapping[str, Json]) -> Term:
        """An expanded term definition (JSON-LD 1.1 section 9.15.1)."""
        reverse = definition.get("@reverse")
        target = reverse if isinstance(reverse, str) else definition.get("@id", name)
        kind, container = definition.get("@type"), definition.get("@container", "")
        language = definition.get("@language", "")
        if isinstance(container, list):
            container = next((one for one in container if one != "@set"), "")
        return Term(
            iri=self.expand(target) if isinstance(target, str) else "",
            names_node=kind in ("@id", "@vocab"),
            container=container if isinstance(container, str) else "",
            language=language if isinstance(language, str) and language else None,
            reverse=isinstance(reverse, str),
        )

    def key(self, name: str) -> Term:
        """What a key of an object means; an empty IRI when it means nothing here."""
        if name in KEYWORDS:
            return Term(name)
        known = self.terms.get(name)
        if known is not None:
            return known
        if name in NGSI_KEYS and not self.vocabulary:
            return Term(NGSI_KEYS[name])
        expanded = self.expand(name)
        return Term(expanded if ":" in expanded else "")

    def expand(self, name: str, most: int = FURTHEST) -> str:
        """The IRI of a term, a compact IRI or an IRI; the name itself when it is none of these.

        `most` bounds how many definitions lead on to others: a context may define terms in a circle.
        """
        if name in KEYWORDS or most == 0:
            return name
        prefix, colon, rest = name.partition(":")
        known = self.terms.get(name)
        if known is not None and known.iri != name:
            return known.iri if ":" in known.iri else self.expand(known.iri, most - 1)
        if colon and rest.startswith("//"):
            return name
        if colon:
            first = self.terms.get(prefix)
            if first is not None and first.iri != prefix:
                return self.expand(first.iri, most - 1) + rest
            return PREFIXES.get(prefix, f"{prefix}:") + rest
        return self.vocabulary + name if self.vocabulary else LOCAL_NAMES.get(name.rsplit(".", 1)[-1], name)

    def node_id(self, name: str) -> str:
        """The IRI of a node (JSON-LD 1.1 section 4.1.3): compact IRIs and those relative to the base."""
        prefix, colon, rest = name.partition(":")
        if colon and not rest.startswith("//") and (prefix in self.terms or prefix in PREFIXES):
            return self.expand(name)
        return name if colon or not self.base else self.base + name
