# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What we ship of others is what the manifest says, complete, licensed and light."""

import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest
from django.core.management import call_command
from pytest_django import Settings

import lgnet.ui

STATIC = Path(lgnet.ui.__file__).parent / "static"
TEMPLATES = STATIC.parent / "templates"
MANIFEST = json.loads((STATIC / "vendor" / "manifest.json").read_text(encoding="utf-8"))
FIRST_PAGE_BYTES = 200_000


@pytest.mark.parametrize("package", MANIFEST, ids=lambda package: package["name"])
def test_every_vendored_file_is_the_one_in_the_manifest(package: dict[str, dict[str, str]]) -> None:
    for path, digest in package["files"].items():
        assert hashlib.sha256((STATIC / "vendor" / path).read_bytes()).hexdigest() == digest, path


def test_nothing_is_vendored_that_the_manifest_does_not_name() -> None:
    named = {path for package in MANIFEST for path in package["files"]}
    found = {
        path.relative_to(STATIC / "vendor").as_posix()
        for path in (STATIC / "vendor").rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }

    assert found == named


def test_every_package_brings_its_licence() -> None:
    for package in MANIFEST:
        assert f"{package['name']}/{package['version']}/LICENSE" in package["files"]


def test_templates_and_tags_name_the_vendored_versions() -> None:
    versions = {package["name"]: package["version"] for package in MANIFEST}
    sources = [*TEMPLATES.rglob("*.html"), *STATIC.parent.rglob("*.py"), *(STATIC / "ui").glob("*.css")]
    for source in sources:
        for name, version in re.findall(r"vendor/([\w.-]+)/(\d[\d.]*)/", source.read_text(encoding="utf-8")):
            assert versions[name] == version, source


def test_the_first_page_is_light_enough_for_a_phone_in_the_street() -> None:
    assets = (TEMPLATES / "ui" / "assets.html").read_text(encoding="utf-8")
    files = [STATIC / path for path in re.findall(r"static '([^']+)'", assets)]
    files += [*(STATIC / "vendor").rglob("icons.svg"), STATIC / "ui" / "eu-emblem.svg"]
    compressed = sum(len(brotli.compress(path.read_bytes())) for path in files)
    fonts = sum(
        path.stat().st_size
        for path in (STATIC / "vendor").rglob("titillium*.woff2")
        if "italic" not in path.name
    )

    assert compressed + fonts < FIRST_PAGE_BYTES - 15_000  # the page itself


def test_our_styles_and_scripts_carry_nothing_inline() -> None:
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:", text), (
            template
        )


def test_static_files_are_collected_without_a_broken_reference(settings: Settings, tmp_path: Path) -> None:
    storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": storage}}

    call_command("collectstatic", interactive=False, verbosity=0)

    assert json.loads((tmp_path / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
