"""Who may speak to the server: checks of a request's headers, without any state.

A page of another site can make a browser send requests to this machine. Three things keep it out:
it cannot know the token that every writing request carries in a header of its own (cross-site
request forgery), it cannot have its own name in `Host` (DNS rebinding), and the browser says in
`Origin` where a request comes from.
"""

import hmac
import ipaddress
from email.message import Message
from http.cookies import CookieError, SimpleCookie

TOKEN_HEADER = "X-Mtaudit-Token"  # noqa: S105 - the name of a header
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""What the machine calls itself."""


def is_right_host(host: str | None, port: int, served: str) -> bool:
    """Whether `Host` names this server, which was told to listen on `served`.

    A rebound name of another site never does. Where the server listens on more than the loopback
    interface, addresses in digits are right too: they cannot be rebound.
    """
    name, colon, number = (host or "").rpartition(":")
    if not colon or number != str(port):
        return False
    if name in LOOPBACK:
        return True
    if served in LOOPBACK or served == "::1":
        return False
    return name == served or is_address(name)


def is_address(name: str) -> bool:
    """Whether `name` is an IP address in digits, IPv6 in brackets."""
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def is_same_origin(headers: Message) -> bool:
    """Whether a writing request comes from a page of this server; without `Origin` it does not."""
    host, origin = headers.get("Host"), headers.get("Origin")
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return bool(host) and origin == f"http://{host}" and site == "same-origin"


def has_token(headers: Message, token: str) -> bool:
    """Whether a writing request carries the token of the page."""
    return is_token(headers.get(TOKEN_HEADER), token)


def has_cookie(headers: Message, name: str, key: str) -> bool:
    """Whether the browser was let in before: it holds the key of the address that was printed."""
    try:
        cookie = SimpleCookie(headers.get("Cookie", "")).get(name)
    except CookieError:
        return False
    return is_token(cookie.value if cookie else None, key)


def is_token(given: str | None, token: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return given is not None and hmac.compare_digest(given.encode(), token.encode())
