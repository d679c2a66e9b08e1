"""Fetching one address: copies that hold, manners, and every fault of a server."""

import gzip
import json
import re
import shutil
import socket
import subprocess
import time
import zlib
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from audit.errors import InputError
from audit.fetch.request import _trust
from audit.fetch.settings import USER_AGENT
from tests.fetch.conftest import Desk
from tests.fetch.site import Site, bomb, dripping, in_turn, page, running, says, start

KIND = {"Content-Type": "text/plain"}
TEXT = "Перший рядок.\r\nSecond line.\n".encode("cp1251")
"""Bytes that no decoding and encoding would give back."""


def fault(desk: Desk, url: str, **limits: object) -> InputError:
    """The error of a fetch, which must leave no snapshot behind."""
    with pytest.raises(InputError) as caught:
        desk.fetch(url, **limits)
    folder = desk.settings.folder
    assert not (folder.exists() and list(folder.iterdir()))
    return caught.value


def test_the_bytes_are_kept_as_they_were_sent(site: Site, desk: Desk) -> None:
    path = desk.fetch(site.put("/a/b.txt", TEXT))
    assert path.read_bytes() == TEXT
    assert re.fullmatch(r"127\.0\.0\.1-\d+-a-b-[0-9a-f]{10}\.txt", path.name)
    assert site.asked[-1][1]["user-agent"] == USER_AGENT
    assert "mtaudit/" in USER_AGENT


def test_the_note_beside_says_what_came_with_them(site: Site, desk: Desk) -> None:
    url = site.put("/a", TEXT, ETag='W/"1"', Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT")
    path = desk.fetch(url)
    note = json.loads((path.parent / f".{path.stem}.json").read_bytes())
    assert (note["url"], note["final"], note["status"]) == (url, url, 200)
    assert (note["etag"], note["last_modified"]) == ('W/"1"', "Thu, 01 Jan 2026 00:00:00 GMT")
    assert note["content_type"] == "text/plain"


@pytest.mark.parametrize(
    ("path", "kind", "suffix"),
    [
        ("/a", "text/html; charset=utf-8", ".html"),
        ("/a.php", "text/html", ".html"),
        ("/feed", "application/rss+xml", ".rss"),
        ("/feed", "application/feed+json", ".json"),
        ("/feed", "text/xml", ".xml"),
        ("/raw/read.md", "text/plain", ".md"),
        ("/a", "text/plain", ".txt"),
        ("/a", "application/news+xml", ".xml"),
    ],
)
def test_the_suffix_says_what_it_is(
    site: Site, desk: Desk, path: str, kind: str, suffix: str
) -> None:
    assert desk.fetch(site.put(path, "Text.", kind)).suffix == suffix


def test_what_is_no_text_is_not_kept(site: Site, desk: Desk) -> None:
    assert "“image/png”, which is not read" in str(fault(desk, site.put("/a", "x", "image/png")))


def test_two_addresses_have_two_snapshots(site: Site, desk: Desk) -> None:
    paths = {desk.fetch(site.put(f"/a?page={number}", "Text.")) for number in range(3)}
    assert len(paths) == 3


def test_a_copy_is_asked_about_and_kept(site: Site, desk: Desk) -> None:
    said = {"ETag": 'W/"7"', "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"}
    first = page(TEXT, {**KIND, **said})
    url = site.on("/a", in_turn(first, says(304, ETag='"7"'), page(b"New.", KIND)))
    path = desk.fetch(url)
    assert "if-none-match" not in site.asked[-1][1]
    assert desk.fetch(url).read_bytes() == TEXT
    asked = site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('W/"7"', said["Last-Modified"])
    assert desk.fetch(url) == path
    assert path.read_bytes() == b"New."
    assert len(list(path.parent.iterdir())) == 2


def test_not_modified_of_another_version_is_fetched_anew(site: Site, desk: Desk) -> None:
    url = site.on(
        "/a", in_turn(page(b"One.", {"ETag": '"1"'}), says(304, ETag='"2"'), page(b"Two.", {}))
    )
    desk.fetch(url)
    assert desk.fetch(url).read_bytes() == b"Two."


def test_not_modified_without_a_question_is_a_fault(site: Site, desk: Desk) -> None:
    assert "nothing was known of it" in str(fault(desk, site.on("/a", says(304))))


def test_a_copy_that_was_edited_is_not_asked_about(site: Site, desk: Desk) -> None:
    url = site.put("/a", TEXT, ETag='"1"')
    desk.fetch(url).write_bytes(b"cut")
    assert desk.fetch(url).read_bytes() == TEXT
    assert "if-none-match" not in site.asked[-1][1]


def test_a_fresh_copy_needs_no_request(site: Site, desk: Desk) -> None:
    url = site.put("/a", TEXT, Cache_Control="public, max-age=600", Age="100")
    desk.fetch(url)
    before = len(site.asked)
    desk.clock.time += 490
    desk.fetch(url)
    assert len(site.asked) == before
    desk.clock.time += 20
    desk.fetch(url)
    assert len(site.asked) > before


@pytest.mark.parametrize("said", ["no-cache, max-age=600", "no-store, max-age=600", "max-age=x"])
def test_some_copies_are_never_fresh(site: Site, desk: Desk, said: str) -> None:
    url = site.put("/a", TEXT, Cache_Control=said)
    desk.fetch(url)
    desk.fetch(url)
    assert site.paths() == ["/a", "/a"]


def test_offline_takes_what_is_there(site: Site, desk: Desk) -> None:
    url = site.put("/a", TEXT)
    desk.fetch(url)
    before = len(site.asked)
    desk.settings = replace(desk.settings, offline=True)
    assert desk.fetch(url).read_bytes() == TEXT
    with pytest.raises(InputError, match="run once without --offline"):
        desk.fetch(site.url("/b"))
    assert len(site.asked) == before


def test_redirects_are_followed(site: Site, desk: Desk) -> None:
    site.put("/c", TEXT)
    site.on("/b", says(302, Location="c"))
    url = site.on("/a", says(301, Location="/b"))
    assert desk.fetch(url).read_bytes() == TEXT
    assert site.paths() == ["/a", "/b", "/c"]


def test_a_question_goes_only_to_whom_it_concerns(site: Site, desk: Desk) -> None:
    site.put("/b", TEXT, ETag='"b"')
    url = site.on("/a", says(302, Location="/b"))
    desk.fetch(url)
    site.asked.clear()
    desk.fetch(url)
    sent = {path: headers.get("if-none-match") for path, headers in site.asked}
    assert (sent["/a"], sent["/b"]) == (None, '"b"')


def test_redirects_that_go_round_end(site: Site, desk: Desk) -> None:
    site.on("/b", says(302, Location="/a"))
    assert "over 5 redirects" in str(fault(desk, site.on("/a", says(302, Location="/b"))))
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("gopher://127.0.0.1/", "only http and https"),
        ("http://user:secret@127.0.0.1/", "a user name"),
        ("http://127.0.0.1:99999/", "no address"),
    ],
)
def test_a_redirect_is_checked_like_an_address(
    site: Site, desk: Desk, to: str, message: str
) -> None:
    said = fault(desk, site.on("/a", says(302, Location=to)))
    assert message in str(said.message)
    assert said.path == site.url("/a")


def test_bytes_that_drip_are_cut_off(site: Site, desk: Desk) -> None:
    for number, head in enumerate((False, True)):
        begun = time.monotonic()
        said = fault(desk, site.on(f"/{number}", dripping(0.05, head=head)), total=0.5)
        assert said.code == "fetch-slow"
        assert time.monotonic() - begun < 5


def test_a_server_that_says_nothing_is_left(site: Site, desk: Desk) -> None:
    url = site.on("/a", lambda _: time.sleep(1.5))
    assert fault(desk, url, total=0.3).code == "fetch-slow"


def test_a_body_shorter_than_said_is_not_kept(site: Site, desk: Desk) -> None:
    url = site.on("/a", page(b"Half a sen", {"Content-Length": "500"}))
    assert "shorter than the server said" in str(fault(desk, url))
    assert site.paths() == ["/a"] * 3


def test_a_chunk_that_never_comes_is_a_fault(site: Site, desk: Desk) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.protocol_version = "HTTP/1.1"
        start(request, {"Transfer-Encoding": "chunked"})
        request.wfile.write(b"5\r\nHalf \r\n80\r\na")
        request.close_connection = True

    assert fault(desk, site.on("/a", cut)).code == "fetch-failed"


def test_what_follows_a_body_is_no_part_of_it(site: Site, desk: Desk) -> None:
    url = site.on("/a", page(b"Text. And more", {"Content-Length": "5"}))
    assert desk.fetch(url).read_bytes() == b"Text."


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_bombs_do_not_go_off(site: Site, desk: Desk, encoding: str) -> None:
    url = site.on("/a", bomb(30 * 1024 * 1024, encoding=encoding))
    said = fault(desk, url)
    assert said.code == "fetch-too-large"
    assert "100 times its size" in said.message


def test_large_bodies_are_not_kept(site: Site, desk: Desk) -> None:
    said = fault(desk, site.put("/a", bytes(3000)), body=2000)
    assert said.code == "fetch-too-large"
    endless = page(bytes(3000), {"Content-Length": "", "Transfer-Encoding": ""})
    assert fault(desk, site.on("/b", endless), body=2000).code == "fetch-too-large"


def test_packed_bodies_are_unpacked(site: Site, desk: Desk) -> None:
    raw = zlib.compressobj(wbits=-15)
    texts = {
        "gzip": gzip.compress(TEXT) + gzip.compress(TEXT),
        "deflate": zlib.compress(TEXT * 2),
        "Deflate": raw.compress(TEXT * 2) + raw.flush(),
    }
    for name, packed in texts.items():
        url = site.put(f"/{name}", packed, Content_Encoding=name)
        assert desk.fetch(url).read_bytes() == TEXT * 2


def test_a_packed_body_that_is_broken_off_is_not_kept(site: Site, desk: Desk) -> None:
    whole = gzip.compress(TEXT * 50)
    said = fault(desk, site.put("/a", whole[:-12], Content_Encoding="gzip"))
    assert "broken off" in said.message
    said = fault(desk, site.put("/b", whole[:20] + b"!" + whole[21:], Content_Encoding="gzip"))
    assert "damaged" in said.message or "broken off" in said.message


def test_an_answer_that_breaks_off_in_its_head_is_not_kept(site: Site, desk: Desk) -> None:
    url = site.on("/a", lambda request: void(request.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: b")))
    assert "sent nothing" in fault(desk, url).message


def test_an_encoding_that_was_not_asked_for_is_refused(site: Site, desk: Desk) -> None:
    said = fault(desk, site.put("/a", "x", Content_Encoding="gzip, gzip"))
    assert "“gzip, gzip”" in said.message


def test_long_headers_are_refused(site: Site, desk: Desk) -> None:
    many = {f"X-{number}": "a" * 1000 for number in range(90)}
    said = fault(desk, site.on("/a", page(b"Text.", many)))
    assert "headers have over 64 KiB" in said.message


def test_no_http_at_all_is_a_fault(site: Site, desk: Desk) -> None:
    url = site.on("/a", lambda request: void(request.wfile.write(b"SSH-2.0-nothing\r\n")))
    assert fault(desk, url).code == "fetch-failed"


def void(_: object) -> None:
    """Throw a value away."""


def test_nobody_there_is_a_fault(site: Site, desk: Desk) -> None:
    assert "the connection failed" in str(fault(desk, "http://127.0.0.1:9/a"))


def test_a_busy_server_is_waited_for(site: Site, desk: Desk) -> None:
    busy = says(429, Retry_After="7")
    later = says(503, Retry_After=formatdate(desk.clock.time + 20, usegmt=True))
    url = site.on("/a", in_turn(busy, later, page(TEXT, {})))
    assert desk.fetch(url).read_bytes() == TEXT
    assert 7.0 in desk.clock.slept
    assert any(10 <= pause <= 20 for pause in desk.clock.slept)


def test_nobody_is_waited_for_without_end(site: Site, desk: Desk) -> None:
    said = fault(desk, site.on("/a", says(429, Retry_After="3600")))
    assert "asks to be left alone for 3600 s" in said.message
    assert site.paths() == ["/a"]
    thrice = fault(desk, site.on("/b", says(503, Retry_After="15")))
    assert "tried 3 times" in thrice.message
    assert site.paths()[1:] == ["/b"] * 3


def test_a_failing_server_is_tried_thrice(site: Site, desk: Desk) -> None:
    url = site.on("/a", says(500))
    assert "500 (internal server error) (tried 3 times)" in fault(desk, url).message
    assert site.paths() == ["/a"] * 3
    assert sum(desk.clock.slept) < 10


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_what_will_not_change_is_asked_once(site: Site, desk: Desk, status: int) -> None:
    assert f"the server says {status}" in fault(desk, site.on("/a", says(status))).message
    assert site.paths() == ["/a"]


def test_robots_are_heeded_on_every_hop(site: Site, desk: Desk) -> None:
    site.put("/robots.txt", "User-agent: mtaudit\nDisallow: /no\n\nUser-agent: *\nDisallow: /\n")
    site.put("/no/a", TEXT)
    assert "does not let programs" in fault(desk, site.url("/no/a")).message
    assert (
        "does not let programs" in fault(desk, site.on("/b", says(302, Location="/no/a"))).message
    )
    assert site.paths() == ["/b"]
    desk.settings = replace(desk.settings, own_hosts=frozenset({"127.0.0.1"}))
    assert desk.fetch(site.url("/no/a")).read_bytes() == TEXT


def test_robots_that_cannot_be_had_forbid_all(site: Site, desk: Desk) -> None:
    site.on("/robots.txt", says(500))
    assert "robots.txt of 127.0.0.1 could not be had" in fault(desk, site.put("/a", TEXT)).message
    assert site.paths() == []


def test_robots_say_how_often_to_ask(site: Site, desk: Desk, tmp_path: Path) -> None:
    from audit.fetch import Fetcher

    fetcher = Fetcher(desk.settings, sleep=desk.clock.sleep, now=desk.clock.now)
    for number in range(3):
        fetcher.fetch(site.put(f"/{number}", TEXT))
    assert desk.clock.slept == [1.0, 1.0]
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 12\n")
    fetcher = Fetcher(desk.settings, sleep=desk.clock.sleep, now=desk.clock.now)
    for number in range(2):
        fetcher.fetch(site.url(f"/{number}"))
    assert desk.clock.slept[2:] == [12.0]


def has_address(host: str) -> bool:
    """Whether this machine knows `host`; a bare container may have no /etc/hosts."""
    try:
        return bool(socket.getaddrinfo(host, None))
    except OSError:
        return False


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes a certificate with openssl")
@pytest.mark.skipif(not has_address("localhost"), reason="localhost has no address here")
def test_a_certificate_is_checked_against_the_name(
    site: Site, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    with running(certificate, key) as safe:
        safe.put("/a", TEXT)
        safe.put("/robots.txt", "")
        url, other = (safe.url("/a", host).replace("http:", "https:") for host in HOSTS)
        _trust.cache_clear()
        assert "no safe connection" in fault(desk, url).message
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        _trust.cache_clear()
        assert "no safe connection" in fault(desk, other).message
        assert desk.fetch(url).read_bytes() == TEXT
    _trust.cache_clear()


HOSTS = ("localhost", "127.0.0.1")
"""Two names of this machine, of which a certificate has the first."""
