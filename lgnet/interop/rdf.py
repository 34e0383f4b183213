# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A little RDF: nodes as JSON-LD has them, written as JSON-LD or as Turtle. Enough for a catalogue, no more."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]
PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def iri(address: str) -> dict[str, str]:
    """A thing named by its address."""
    return {"@id": address}


def text(words: str, language: str = "") -> dict[str, str]:
    """Words, in a language where there is one."""
    return {"@value": words, "@language": language} if language else {"@value": words}


def typed(value: object, kind: str) -> dict[str, str]:
    """A value of a type of XML Schema: `typed(day, "date")`."""
    return {"@value": str(value), "@type": f"xsd:{kind}"}


def as_json_ld(nodes: Sequence[Node]) -> bytes:
    """The nodes as JSON-LD 1.1."""
    return json.dumps({"@context": PREFIXES, "@graph": list(nodes)}, ensure_ascii=False, indent=1).encode()


def as_turtle(nodes: Sequence[Node]) -> bytes:
    """The nodes as Turtle."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    for node in nodes:
        said = " ;\n  ".join(_said(node))
        lines += ["", f"{_name(node)} {said} ."]
    return ("\n".join(lines) + "\n").encode()


def _name(node: Node) -> str:
    return f"<{_escaped_iri(str(node['@id']))}>"


def _said(node: Node) -> Iterator[str]:
    types = node.get("@type", [])
    if types:
        yield f"a {', '.join(types)}"
    for name, values in node.items():
        if not name.startswith("@"):
            listed = values if isinstance(values, list) else [values]
            yield f"{name} {', '.join(_value(value) for value in listed)}"


def _value(value: Any) -> str:
    if "@value" in value:
        quoted = json.dumps(value["@value"], ensure_ascii=False)
        if "@language" in value:
            return f"{quoted}@{value['@language']}"
        return f"{quoted}^^{value['@type']}" if "@type" in value else quoted
    if set(value) == {"@id"}:
        return _name(value)
    return f"[ {' ; '.join(_said(value))} ]"


def _escaped_iri(address: str) -> str:
    return "".join(c if c not in '<>"{}|^`\\ ' else f"%{ord(c):02X}" for c in address)
