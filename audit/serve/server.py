"""The server: four addresses, nothing from the disk, nobody but the browser that was let in."""

import json
import secrets
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import cast
from urllib.parse import parse_qs, urlsplit

from audit.errors import AuditError
from audit.model.report import Report
from audit.report.html import HtmlReporter
from audit.serve.gate import (
    LOOPBACK,
    has_cookie,
    has_token,
    is_address,
    is_right_host,
    is_same_origin,
    is_token,
)
from audit.serve.session import Session

MOST_BYTES = 16 * 1024 * 1024
"""Ceiling on what a request may bring: decisions on some 50,000 findings."""

PATIENCE = 30
"""Seconds that a connection may stay silent."""

JSON_TYPE = "application/json"

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
"""Sent with every answer."""

NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'"


class ReportServer(ThreadingHTTPServer):
    """Serves one session on `host`; `port` 0 takes any free one.

    `url` is the address with the key that lets a browser in: it is for the person who started the
    server. The key goes into a cookie, so that it does not stay in the address line.
    """

    daemon_threads = True

    def __init__(self, session: Session, host: str = LOOPBACK[0], port: int = 0) -> None:
        self.session = session
        self.host = host
        self.key = secrets.token_urlsafe(32)
        self.token = secrets.token_urlsafe(32)
        self._drawing = Lock()
        self._drawn: tuple[Report, str, str] | None = None
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)
        self.port = int(self.server_address[1])

    def page(self) -> tuple[str, str]:
        """The page of the session's report, drawn once, and its content security policy."""
        with self._drawing:
            report = self.session.report
            if self._drawn is None or self._drawn[0] is not report:
                self._drawn = (report, *HtmlReporter().served(report, self.token))
            return self._drawn[1:]

    @property
    def url(self) -> str:
        """The address to open."""
        anywhere = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - only compared with
        host = LOOPBACK[0] if anywhere else f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?key={self.key}"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host in LOOPBACK or self.host == "::1":
            return True
        return is_address(self.host) and self.host.startswith("127.")

    @property
    def cookie(self) -> str:
        """The name of the cookie: two servers on one machine share a jar, whatever their ports."""
        return f"mtaudit-{self.port}"


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server_version = "mtaudit"
    sys_version = ""
    timeout = PATIENCE

    @property
    def _server(self) -> ReportServer:
        return cast("ReportServer", self.server)

    @property
    def _session(self) -> Session:
        return self._server.session

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal belongs to whoever started the server."""

    def do_GET(self) -> None:
        """The page and its decisions, for a browser that was let in."""
        server, headers = self._server, self.headers
        if not is_right_host(headers.get("Host"), server.port, server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "this server is not called that")
            return
        path = urlsplit(self.path)
        if path.path == "/" and path.query:
            self._let_in(parse_qs(path.query).get("key", [""])[0])
        elif not has_cookie(headers, server.cookie, server.key):
            self._refuse(HTTPStatus.FORBIDDEN, "open the address that `mtaudit serve` has printed")
        elif self.path == "/":
            page, policy = self._server.page()
            body = page.encode("utf-8", "replace")
            policy += "; frame-ancestors 'none'"
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", body, policy)
        elif self.path == "/decisions":
            self._answer(HTTPStatus.OK, JSON_TYPE, self._session.decisions)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_POST(self) -> None:
        """Decisions to carry out, or the wish for another audit."""
        content = self._admitted()
        if content is None:
            return
        try:
            if self.path == "/decisions":
                self._say(HTTPStatus.OK, {"written": self._session.decide(content)})
            elif self.path == "/audit":
                report = self._session.audit()
                self._say(HTTPStatus.OK, {"findings": len(report.findings)})
            else:
                self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        except AuditError as fault:
            self._refuse(HTTPStatus.CONFLICT, str(fault))
        except Exception as fault:  # noqa: BLE001 - the page is to say what went wrong
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"{type(fault).__name__}: {fault}")

    def _admitted(self) -> bytes | None:
        """What a writing request brings; None where it was refused."""
        server, headers = self._server, self.headers
        length = headers.get("Content-Length", "")
        self.close_connection = True  # what was not read must not be taken for the next request
        if not is_right_host(headers.get("Host"), server.port, server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "this server is not called that")
        elif not (
            is_same_origin(headers)
            and has_cookie(headers, server.cookie, server.key)
            and has_token(headers, server.token)
        ):
            self._refuse(HTTPStatus.FORBIDDEN, "this request does not come from the report")
        elif headers.get("Content-Type", "").partition(";")[0].strip() != JSON_TYPE:
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"only {JSON_TYPE} is taken")
        elif not (length.isascii() and length.isdigit()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing")
        elif len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {MOST_BYTES} bytes")
        else:
            return self.rfile.read(int(length))
        return None

    def _let_in(self, key: str) -> None:
        """Give the cookie to whoever knows the key, and take the key out of the address."""
        server = self._server
        if not is_token(key, server.key):
            self._refuse(HTTPStatus.FORBIDDEN, "this is not the key of this server")
            return
        cookie = f"{server.cookie}={server.key}; HttpOnly; SameSite=Strict; Path=/"
        self._answer(
            HTTPStatus.SEE_OTHER, JSON_TYPE, b"{}", more=(("Location", "/"), ("Set-Cookie", cookie))
        )

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self._say(status, {"error": why})

    def _say(self, status: HTTPStatus, value: object) -> None:
        self._answer(status, JSON_TYPE, json.dumps(value).encode())

    def _answer(
        self,
        status: HTTPStatus,
        kind: str,
        body: bytes,
        policy: str = NO_CONTENT_POLICY,
        more: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.send_response(status)
        given = (("Content-Type", kind), ("Content-Length", str(len(body))))
        for name, value in (*given, ("Content-Security-Policy", policy), *HEADERS, *more):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
