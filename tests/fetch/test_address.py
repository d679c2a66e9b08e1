"""Addresses: what is taken for one, and which machines are never reached."""

import socket
from pathlib import Path
from typing import Any

import pytest

from audit.errors import InputError
from audit.fetch.address import is_public, target
from tests.fetch.conftest import Desk
from tests.fetch.site import Site, says

PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "0.0.0.0", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "192.0.2.1"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("HTTP://News.Example/A?b=c#d", "http://news.example/A?b=c"),
        ("https://news.example:443", "https://news.example/"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("http://новини.example/а", "http://xn--b1amarcd.example/%D0%B0"),
        ("http://news.example/a%20b?q=é", "http://news.example/a%20b?q=%C3%A9"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_addresses_have_one_form(given: str, url: str) -> None:
    assert target(given).url == url
    assert target(url).url == url


@pytest.mark.parametrize(
    "given",
    [
        *("ftp://news.example/", "file:///etc/passwd", "http://", "http:///a", "news.example"),
        *("http://a:b@news.example/", "http://@news.example/", "http://news.example:x/"),
        *(
            "http://news.example/a b",
            "http://news.example/\r\nX: y",
            "http://a\\@b/",
            "http://[::1",
        ),
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(InputError):
        target(given)


def test_this_machine_is_not_reached_unless_allowed(site: Site, tmp_path: Path) -> None:
    from audit.fetch import Fetcher, Settings

    site.put("/a", "Text.")
    fetcher = Fetcher(Settings(tmp_path / "s"))
    for host in ("127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"):
        with pytest.raises(InputError):
            fetcher.fetch(site.url("/a", host))
    assert site.asked == []


def resolver(patch: pytest.MonkeyPatch, site: Site, **hosts: list[str]) -> list[str]:
    """Have names resolve to what `hosts` say, one after the other; gives the names asked for."""
    asked: list[str] = []

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        answers = hosts[host.partition(".")[0]]
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, site.port))]

    patch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_redirect_into_the_private_network_is_refused(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host passes for public; the second is the metadata service of a cloud."""
    real = is_public
    monkeypatch.setattr("audit.fetch.address.is_public", lambda ip: ip == "127.0.0.1" or real(ip))
    resolver(monkeypatch, site, news=["127.0.0.1"], inner=["169.254.169.254"])
    desk.settings = type(desk.settings)(
        desk.settings.folder, own_hosts=frozenset({"inner.example"})
    )
    site.on("/a", says(302, Location=site.url("/b", "inner.example")))
    with pytest.raises(InputError, match=r"169\.254\.169\.254, which is not a public address") as e:
        desk.fetch(site.url("/a", "news.example"))
    assert e.value.path == site.url("/a", "news.example")
    assert site.paths() == ["/a"]


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves otherwise when it is asked again gains nothing: it is not asked."""
    asked = resolver(monkeypatch, site, news=["127.0.0.1", "127.0.0.1", "10.0.0.1"])
    site.put("/a", "Text.")
    desk.fetch(site.url("/a", "news.example"))
    assert asked == ["news.example"] * 2  # once for robots.txt, once for the page
    assert site.asked[-1][1]["host"] == f"news.example:{site.port}"
