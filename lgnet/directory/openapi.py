# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The description of the API for programs (OpenAPI 3.1): the paths of HSDS 3.0, the official schemas by address."""

from typing import Any

from django.conf import settings

VERSION = "3.0"
OFFICIAL = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/"
PARAMETERS: dict[str, tuple[str, dict[str, Any]]] = {
    "search": ("Words that the name or the description holds.", {"type": "string", "maxLength": 100}),
    "page": ("Number of the page.", {"type": "integer", "minimum": 1, "maximum": 10_000}),
    "per_page": ("How many on a page.", {"type": "integer", "minimum": 1, "maximum": 500}),
    "format": ("json, or ndjson without pages.", {"type": "string", "enum": ["json", "ndjson"]}),
    "taxonomy_term_id": ("Only services of this type.", {"type": "string", "format": "uuid"}),
    "taxonomy_id": ("Only services with a term of this taxonomy.", {"type": "string", "format": "uuid"}),
    "organization_id": ("Only services of this organisation.", {"type": "string", "format": "uuid"}),
    "modified_after": (
        "Only what changed on or after this moment.",
        {"type": "string", "format": "date-time"},
    ),
    "minimal": ("Only id, name, status and when it changed.", {"type": "boolean"}),
    "full": ("Everything of each.", {"type": "boolean"}),
    "full_service": ("With everything of its services.", {"type": "boolean"}),
    "postcode": ("Only places with this postcode.", {"type": "string"}),
    "top_only": ("Only terms without a parent: all of them.", {"type": "boolean"}),
    "parent_id": ("Only terms with this parent: none.", {"type": "string"}),
}
_PAGED = ("search", "page", "per_page", "format")
_CHOSEN = ("taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full")
# Path, name of the operation, what it gives, its schema, parameters; a path without an id gives a list.
PATHS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("/services/{id}", "getFullyNestedServiceById", "Everything of a service.", "compiled/service.json", ()),
    ("/services", "getPaginatedListOfServices", "A list of services.", "compiled/service_list.json",
     (*_PAGED, *_CHOSEN, "minimal")),
    ("/taxonomies/{id}", "getTaxonomyById", "A taxonomy.", "taxonomy.json", ()),
    ("/taxonomies", "getPaginatedListOfTaxonomies", "The taxonomies.", "taxonomy.json", _PAGED),
    ("/taxonomy_terms/{id}", "getTaxonomyTermById", "A term of a taxonomy.", "taxonomy_term.json", ()),
    ("/taxonomy_terms", "getPaginatedListOfTaxonomyTerms", "The terms.", "taxonomy_term.json",
     (*_PAGED, "taxonomy_id", "top_only", "parent_id")),
    ("/organizations/{id}", "getOrganizationById", "An organisation with its services.",
     "compiled/organization.json", ("full_service",)),
    ("/organizations", "getPaginatedListOfOrganizations", "The organisations.", "compiled/organization_list.json",
     (*_PAGED, "full")),
    ("/service_at_locations/{id}", "getServiceAtLocationWithNestedDataById", "A service in a place.",
     "compiled/service_at_location.json", ()),
    ("/service_at_locations", "getPaginatedListOfServiceAtLocation", "Services in places.",
     "compiled/service_at_location_list.json", (*_PAGED, *_CHOSEN, "postcode")),
)  # fmt: skip


def openapi() -> dict[str, Any]:
    """The whole description."""
    about = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("version", "profile", "openapi_url")},
        "required": ["version", "profile", "openapi_url"],
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "LGNET service directory",
            "version": "1.0.0",
            "summary": "Services, places, hours and stops for people who look for help, as HSDS 3.0 has them.",
            "description": "Read only, open to everybody, without a key. Times are of the clock in Rome.",
            "contact": {"name": "LGNET", "email": settings.OPEN_DATA_CONTACT},
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": f"{settings.SITE_ADDRESS}/hsds/v3", "description": "This installation"}],
        "paths": {
            "/": {"get": _operation("getAPIMetaInformation", "What this API is.", about, ())},
            **{one[0]: _path(*one) for one in PATHS},
        },
        "components": {
            "schemas": {"Page": _page(), "Problem": _problem()},
            "parameters": {
                name: {"name": name, "in": "query", "required": False, "description": words, "schema": schema}
                for name, (words, schema) in PARAMETERS.items()
            },
        },
    }


def _path(path: str, name: str, words: str, schema: str, parameters: tuple[str, ...]) -> dict[str, Any]:
    official = {"$ref": f"{OFFICIAL}{schema}"}
    if not path.endswith("{id}"):
        listed = {"type": "object", "properties": {"contents": {"type": "array", "items": official}}}
        return {
            "get": _operation(
                name, words, {"allOf": [{"$ref": "#/components/schemas/Page"}, listed]}, parameters
            )
        }
    key = {
        "name": "id", "in": "path", "required": True, "description": "Its id.",
        "schema": {"type": "string", "format": "uuid"},
    }  # fmt: skip
    return {"parameters": [key], "get": _operation(name, words, official, parameters, may_miss=True)}


def _operation(
    name: str, words: str, schema: dict[str, Any], parameters: tuple[str, ...], *, may_miss: bool = False
) -> dict[str, Any]:
    refused = {
        "description": "What is wrong (RFC 9457).",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    codes = ["400", "429", *(["404"] if may_miss else [])]
    return {
        "operationId": name,
        "summary": words,
        "parameters": [{"$ref": f"#/components/parameters/{one}"} for one in parameters],
        "responses": {
            "200": {"description": words, "content": {"application/json": {"schema": schema}}},
            **dict.fromkeys(codes, refused),
        },
    }


def _page() -> dict[str, Any]:
    numbers = {name: {"type": "integer"} for name in ("total_items", "total_pages", "page_number", "size")}
    flags = {name: {"type": "boolean"} for name in ("first_page", "last_page", "empty")}
    return {"type": "object", "properties": numbers | flags, "required": [*numbers, *flags]}


def _problem() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
        "required": ["type", "title", "status", "detail"],
    }  # fmt: skip
