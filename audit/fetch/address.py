"""Addresses: which URLs are taken, and to which machines a connection may go.

A name is resolved once, all its addresses are checked, and the connection goes to a checked
address: a name that resolves otherwise a moment later (DNS rebinding) gains nothing.
"""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from audit.errors import InputError
from audit.fetch.faults import failed, refused

_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?[]"
_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks reach them (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: its URL in normal form, and what a connection needs of it."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """The scheme, host and port, as the root of a site; its robots.txt speaks for all of it."""
        return f"{self.scheme}://{_bracketed(self.host)}:{self.port}"


def target(url: str) -> Target:
    """Check an address and put it into normal form; raises `InputError` for one we do not fetch."""
    text = url.strip()
    if _CONTROL.search(text):
        raise refused(url, "a blank, backslash or control character in the address; escape it")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError) as fault:
        raise refused(url, f"no address: {fault}") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        raise refused(url, "only http and https addresses are fetched")
    if parts.username is not None:
        raise refused(url, "a user name in the address; it would end up in snapshots and reports")
    port = port or _PORTS[scheme]
    path = quote(parts.path or "/", safe=_PATH)
    query = quote(parts.query, safe=_QUERY)
    shown = _bracketed(host) + ("" if port == _PORTS[scheme] else f":{port}")
    whole = urlunsplit((scheme, shown, path, query, ""))
    return Target(whole, scheme, host, port, path + (f"?{query}" if query else ""))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


Endpoint = tuple[socket.AddressFamily, tuple[str | int, ...] | tuple[int, bytes]]
"""What a socket connects to."""


def endpoints(where: Target, *, allow_private: bool) -> list[Endpoint]:
    """Resolve the host of `where`; raises `InputError` where any of its addresses is not public."""
    try:
        found = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise failed(where.url, f"the host {where.host} was not found: {reason}") from None
    for *_, sockaddr in found:
        if not allow_private and not is_public(str(sockaddr[0])):
            message = (
                f"the host {where.host} is at {sockaddr[0]}, which is not a public address; "
                "--allow-private lets mtaudit reach it"
            )
            raise refused(where.url, message)
    return [(family, sockaddr) for family, *_, sockaddr in found]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network.

    Private, shared, link-local (with the metadata services of clouds), loopback, multicast and
    reserved addresses do not (IANA special-purpose registries), nor does an IPv6 address that
    merely wraps such an IPv4 address.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or (_v4_of(ip) if ip in _NAT64 else None)
        if inner is not None:
            return is_public(str(inner))
        if ip.sixtofour or ip.teredo or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _v4_of(ip: IPv6Address) -> IPv4Address:
    return IPv4Address(int(ip) & 0xFFFFFFFF)


def is_fetchable(url: str) -> bool:
    """Whether `target` takes the address."""
    try:
        target(url)
    except InputError:
        return False
    return True
