# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A picture comes in with its words and its rights, leaves its place and camera behind, and is shown in many sizes."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, transaction
from django.test import Client
from PIL import Image, ImageCms

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.website.models import Picture, PictureSize, SitePage
from lgnet.website.queries import edition
from tests.website.editing import PUBLISH, SUBMIT, add, change, filled, jpeg, send_picture
from tests.world import World

Browser = Callable[[Worker], Client]
GENOVA, NEWS = "/it/network/genova/", "/it/network/genova/sportello-serale/"
EDITOR = Actor(DbRole.PUBLISHER)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(world: World) -> Iterator[None]:
    """The rows of a test are rolled back; its files go with them."""
    yield
    with acting_as(EDITOR):
        for picture in Picture.objects.all():
            for kept in (picture, *picture.renditions.all()):
                kept.file.storage.delete(kept.file.name)


def status_of(url: str) -> int:
    """What whoever asks for a file is answered."""
    answer = Client().get(url)
    if answer.streaming:
        answer.getvalue()  # to its end: then the file is closed
    return answer.status_code


def content_of(kept: Picture | PictureSize) -> bytes:
    """What lies on the disk."""
    with kept.file.storage.open(kept.file.name) as file:
        return bytes(file.read())


def the_picture() -> Picture:
    """The only picture there is."""
    with acting_as(EDITOR):
        found: Picture = Picture.objects.get()
        return found


def refusal(answer: object) -> str:
    """The sentences that refuse a picture; nothing came in."""
    with acting_as(EDITOR):
        assert not Picture.objects.exists()
    assert answer.status_code == 200  # type: ignore[attr-defined]
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_a_picture_is_shown_in_sizes_and_formats_that_a_browser_chooses_from(
    world: World, browser: Browser
) -> None:
    ugo = browser(world.ugo)
    assert send_picture(ugo, jpeg()).status_code == 302
    add(ugo, GENOVA, filled("Sportello serale", image=str(the_picture().pk)), PUBLISH)

    page = Client().get(NEWS).content.decode()

    for kind in ("image/avif", "image/webp"):
        source = re.search(f'<source type="{kind}" srcset="([^"]+)"', page)
        assert source is not None, kind
        widths = [each.split()[-1] for each in source[1].split(", ")]
        assert widths == ["480w", "960w", "1440w"]
        sizes = [len(Client().get(each.split()[0]).getvalue()) for each in source[1].split(", ")]
        assert sizes == sorted(sizes)
    plain = re.search(
        r'<img src="([^"]+\.jpg)" alt="Due persone parlano a un tavolo." width="960" height="540"', page
    )
    assert plain is not None and 'loading="lazy"' in page
    assert "Comune di Genova" in page and 'href="https://creativecommons.org/licenses/by/4.0/"' in page
    for listed in ("/it/news/", "/it/", GENOVA):
        assert 'width="600" height="340"' in Client().get(listed).content.decode(), listed
    answer = Client().get(plain[1])
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "must-revalidate" in answer.headers["Cache-Control"]
    again = Client(headers={"If-None-Match": answer.headers["ETag"]}).get(plain[1])
    assert (again.status_code, again.content) == (304, b"")
    assert Image.open(io.BytesIO(answer.getvalue())).size == (960, 540)


def test_the_place_and_the_camera_are_taken_out_of_what_is_kept_and_of_what_is_shown(
    world: World, browser: Browser
) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Nikon", 6  # the maker, and: turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (44.0, 24.0, 30.0)
    send_picture(browser(world.dario), jpeg((1600, 900), exif=exif))

    picture = the_picture()
    assert (picture.width, picture.height) == (900, 1600), "upright"
    with acting_as(EDITOR):
        contents = [content_of(each) for each in (picture, *picture.renditions.all())]
    assert len(contents) > 5
    for content in contents:
        image = Image.open(io.BytesIO(content))
        assert not image.getexif() and b"Nikon" not in content


@pytest.mark.parametrize("words", ["", "   ", "DSC001.jpg"])
def test_a_picture_without_words_for_who_does_not_see_it_is_refused_at_the_field(
    world: World, browser: Browser, words: str
) -> None:
    page = refusal(
        send_picture(browser(world.dario), jpeg(), description=words, rights_holder="Archivio Rossi")
    )

    expected = "Questo è il nome di un file" if words.strip() else "Questo campo è obbligatorio."
    assert expected in page
    assert 'value="Archivio Rossi"' in page, "nothing typed is lost"


def test_whose_it_is_and_who_is_on_it_is_asked(world: World, browser: Browser) -> None:
    dario = browser(world.dario)

    page = refusal(send_picture(dario, jpeg(), rights_holder="", licence="", people=""))
    assert page.count("Questo campo è obbligatorio.") == 3
    page = refusal(send_picture(dario, jpeg(), people="released"))
    assert "Indica dove si conserva la liberatoria" in page
    with acting_as(EDITOR), pytest.raises(DatabaseError), transaction.atomic():
        Picture.objects.create(
            title="x",
            description="x",
            rights_holder="x",
            licence="here",
            people="released",
            width=1,
            height=1,
        )


def test_a_drawing_with_a_program_is_refused_and_so_is_one_without(world: World, browser: Browser) -> None:
    evil = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for name in ("marchio.svg", "marchio.png"):
        page = refusal(send_picture(browser(world.dario), evil, name))
        assert "Un disegno (SVG) può contenere un programma" in page


def test_a_hundred_million_points_are_refused_before_they_are_opened(world: World, browser: Browser) -> None:
    target = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(target, "PNG")

    page = refusal(send_picture(browser(world.dario), target.getvalue(), "grande.png"))

    assert "100 milioni di pixel" in page and "al massimo 40" in page


def test_the_colours_of_print_are_refused_without_a_profile_and_turned_with_one(
    world: World, browser: Browser
) -> None:
    dario = browser(world.dario)

    assert "colori della stampa (CMYK)" in refusal(send_picture(dario, jpeg(mode="CMYK")))

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert send_picture(dario, jpeg(icc_profile=lab)).status_code == 302
    with acting_as(EDITOR):
        kept = Image.open(io.BytesIO(content_of(the_picture())))
    assert kept.mode == "RGB" and "icc_profile" not in kept.info


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%", b"\xff\xd8\xff broken", b""])
def test_what_is_no_picture_is_refused_in_words(world: World, browser: Browser, content: bytes) -> None:
    page = refusal(send_picture(browser(world.dario), content))

    assert "w-field__errors" in page and "error-message" in page


def test_a_page_in_another_language_says_in_it_what_is_on_the_picture(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    send_picture(ugo, jpeg((800, 450)))
    form = filled("خبر", slug="khabar", image=str(the_picture().pk))

    refused = add(ugo, "/ar/news/", form, PUBLISH)
    assert refused.status_code == 200
    assert (
        "Scrivi che cosa si vede nell&#x27;immagine nella lingua di questa pagina."
        in refused.content.decode()
    )

    assert add(ugo, "/ar/news/", {**form, "image_says": "شخصان حول طاولة"}, PUBLISH).status_code == 302
    page = Client().get("/ar/news/khabar/").content.decode()
    assert 'alt="شخصان حول طاولة"' in page and "Due persone" not in page


def test_a_picture_disappears_everywhere_when_the_release_is_over(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    until = today() + dt.timedelta(days=3)
    send_picture(
        ugo, jpeg(), people="released", release_kept_at="Prot. 12/2026", release_until=until.isoformat()
    )
    picture = the_picture()
    add(ugo, GENOVA, filled("Sportello serale", image=str(picture.pk)), PUBLISH)
    with acting_as(EDITOR):
        url = picture.renditions.all()[0].url
    page = Client().get(NEWS).content.decode()
    assert "<picture>" in page and "Prot. 12" not in page and status_of(url) == 200

    with acting_as(EDITOR):
        Picture.objects.update(release_until=today() - dt.timedelta(days=1))

    gone = Client().get(NEWS)
    assert gone.status_code == 200 and "<picture>" not in gone.content.decode()
    assert status_of(url) == 404


def test_a_picture_that_no_page_shows_ends_no_kept_page(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    before = edition()

    assert send_picture(ugo, jpeg()).status_code == 302
    assert edition() == before

    add(ugo, GENOVA, filled("Sportello serale", image=str(the_picture().pk)), PUBLISH)
    shown = edition()
    with acting_as(EDITOR):
        Picture.objects.update(rights_holder="Comune di Sassari")
    assert before < shown < edition()


def test_visitors_read_no_protocol_of_a_release_and_nobody_s_name(world: World, browser: Browser) -> None:
    send_picture(browser(world.ugo), jpeg(), people="released", release_kept_at="Prot. 12/2026")

    with acting_as(PUBLIC):
        assert Picture.objects.values_list("title", flat=True).get()
        for column in ("release_kept_at", "uploaded_by_user"):
            with pytest.raises(DatabaseError), transaction.atomic():
                Picture.objects.values_list(column, flat=True).get()


def test_files_that_are_no_picture_of_the_site_are_not_given(world: World) -> None:
    place = storages["site"]
    name = place.save("images/other.txt", ContentFile(b"x"))
    try:
        for asked in (Path(name).name, "..%2Fsettings.py", "nothing.webp"):
            assert Client().get(f"/media/images/{asked}").status_code == 404, asked
    finally:
        place.delete(name)


def test_a_partner_s_officer_chooses_pictures_and_changes_only_its_own(
    world: World, browser: Browser
) -> None:
    send_picture(browser(world.ugo), jpeg((640, 360)))
    dario, number = browser(world.dario), the_picture().pk

    assert add(dario, GENOVA, filled("Sportello serale", image=str(number)), SUBMIT).status_code == 302
    assert dario.get(f"/site-admin/images/{number}/").status_code == 302
    assert browser(world.anna).get("/site-admin/images/").status_code == 403
    assert Client().get("/site-admin/images/").status_code == 302
    with acting_as(PUBLIC), pytest.raises(DatabaseError), transaction.atomic():
        Picture.objects.update(rights_holder="x")


def test_the_library_s_way_to_bring_in_many_at_once_asks_for_each(world: World, browser: Browser) -> None:
    page = browser(world.dario).get("/site-admin/images/multiple/add/").content.decode()

    assert "Di chi è l&#x27;immagine" in page and "Che cosa si vede nell&#x27;immagine" in page


def test_a_page_keeps_its_picture_when_it_is_written_again(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    send_picture(ugo, jpeg((640, 360)))
    form = filled("Sportello serale", image=str(the_picture().pk))
    add(ugo, GENOVA, form, PUBLISH)
    change(ugo, NEWS, {**form, "summary": "Altra frase."}, PUBLISH)

    with acting_as(EDITOR):
        assert SitePage.objects.get(url_path=NEWS).image_id == the_picture().pk
    with time_machine.travel(now() + dt.timedelta(minutes=2)):
        assert "<picture>" in Client().get(NEWS).content.decode()
