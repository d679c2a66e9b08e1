"""One request: to a checked address, within a time, up to a size."""

import socket
import ssl
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.client import HTTPException
from threading import Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead
from urllib3.response import HTTPResponse

from audit.errors import InputError
from audit.fetch.address import Endpoint, Target, endpoints
from audit.fetch.body import PIECE, read_body, too_large
from audit.fetch.faults import PassingError, failed
from audit.fetch.settings import Limits


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; header names are in lower case. Only status 200 comes with its body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def get(
    where: Target, headers: Mapping[str, str], limits: Limits, seconds: float, allow_private: bool
) -> Answer:
    """Ask for `where`, in `seconds` at most.

    Raises `InputError` where no answer comes, or none that is kept; redirects are not followed.
    """
    pinned = endpoints(where, allow_private=allow_private)
    deadline = _Deadline(seconds)
    connection = _connection(where, _Line(pinned, deadline, limits))
    try:
        connection.request("GET", where.path, headers=headers, preload_content=False)
        answer = _answer(where, connection.getresponse(), limits)
    except InputError as fault:
        raise _slow(where.url, seconds) if deadline.passed else fault from None
    except (HTTPError, HTTPException, OSError, ValueError) as fault:
        if deadline.passed:
            raise _slow(where.url, seconds) from None
        raise _fault(where, fault) from None
    finally:
        deadline.release()
        connection.close()
    if deadline.passed:  # a cut looks like the end of headers or of a body of unknown length
        raise _slow(where.url, seconds)
    return answer


def _answer(where: Target, response: HTTPResponse, limits: Limits) -> Answer:
    size = sum(len(name) + len(value) + 4 for name, value in response.headers.items())
    if size > limits.headers:
        message = f"its headers have over {limits.headers // 1024} KiB, which is the most we take"
        raise InputError("fetch-too-large", where.url, message)
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.status != HTTPStatus.OK:
        return Answer(where.url, response.status, headers)
    declared = headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > limits.body:
        raise too_large(where.url, limits)
    pieces = response.stream(PIECE, decode_content=False)
    body = read_body(where.url, pieces, headers.get("content-encoding", ""), limits)
    return Answer(where.url, response.status, headers, body)


def _slow(url: str, seconds: float) -> InputError:
    message = f"not there in full after {seconds:.0f} s; the server is too slow, try again later"
    return InputError("fetch-slow", url, message)


def _fault(where: Target, fault: Exception) -> InputError:
    """What went wrong on the line, in words; a connection that broke is worth another try."""
    if isinstance(fault, ssl.SSLError) or isinstance(fault.__context__, ssl.SSLError):
        return failed(where.url, f"no safe connection to {where.host}: {fault}")
    if isinstance(fault, IncompleteRead) or isinstance(fault.__context__, IncompleteRead):
        return PassingError(where.url, "the body is shorter than the server said; try again later")
    reason = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return PassingError(where.url, f"the connection failed: {reason}")


class _Deadline:
    """Cuts a connection off when its time is up, whatever it is doing.

    A timeout of single reads would never notice bytes that drip, nor headers or a handshake that
    do.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._line: socket.socket | None = None
        self._timer: Timer | None = None
        self.passed = False

    @property
    def left(self) -> float:
        """Seconds until the cut."""
        return max(0.0, self._end - time.monotonic())

    def watch(self, line: socket.socket) -> None:
        """Cut `line` in time; a duplicate is kept, since TLS takes the socket itself over."""
        self._line = line.dup()
        self._timer = Timer(self.left, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def _cut(self) -> None:
        self.passed = True
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Cut nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
        if self._line is not None:
            self._line.close()


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a connection goes, and until when."""

    pinned: Sequence[Endpoint]
    deadline: _Deadline
    limits: Limits

    def open(self) -> socket.socket:
        """Connect to the first address that answers; raises `OSError` where none does."""
        end = time.monotonic() + min(self.limits.connect, self.deadline.left)
        fault: OSError = TimeoutError("no answer in time")
        for family, address in self.pinned:
            left = end - time.monotonic()
            if left <= 0:
                break
            line = socket.socket(family, socket.SOCK_STREAM)
            try:
                line.settimeout(left)
                line.connect(address)
                line.settimeout(self.limits.total)
                self.deadline.watch(line)
            except OSError as error:
                line.close()
                fault = error
            else:
                return line
        raise fault


class _Plain(HTTPConnection):
    """An HTTP connection over a line of ours."""

    def __init__(self, line: _Line, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._our_line = line

    def _new_conn(self) -> socket.socket:
        return self._our_line.open()


class _Safe(HTTPSConnection):
    """The same over TLS; the certificate is checked against the name, not the address."""

    def __init__(self, line: _Line, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._our_line = line

    def _new_conn(self) -> socket.socket:
        return self._our_line.open()


def _connection(where: Target, line: _Line) -> HTTPConnection:
    """A connection to `where`; what the environment says of proxies is not looked at."""
    seconds = line.limits.total
    if where.scheme == "http":
        return _Plain(line, where.host, where.port, timeout=seconds)
    return _Safe(line, where.host, where.port, timeout=seconds, ssl_context=_trust())


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that this machine trusts."""
    return ssl.create_default_context()
