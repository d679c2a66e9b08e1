"""A server over a small folder, in a thread of its own, and a client that sends what it likes."""

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from audit.cli.files_to_write import files_to_write
from audit.cli.settings import load_config
from audit.config.schema import Config
from audit.decide import Files
from audit.serve import ReportServer, Session

ARTICLE = "The train to Kiev was late. People in Kyiv waited. It was the the last train.\n"


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Client:
    """Speaks to the server; `headers` go with every request and can be spoiled."""

    server: ReportServer

    def headers(self, **changed: str | None) -> dict[str, str]:
        """What the page's own browser would send, with `changed` ones (None: without)."""
        host = f"127.0.0.1:{self.server.port}"
        usual: dict[str, str | None] = {
            "Host": host,
            "Origin": f"http://{host}",
            "Cookie": f"{self.server.cookie}={self.server.key}",
            "X-Mtaudit-Token": self.server.token,
            "Content-Type": "application/json",
        }
        usual |= {name.replace("_", "-"): value for name, value in changed.items()}
        return {name: value for name, value in usual.items() if value is not None}

    def ask(
        self, method: str, path: str, body: bytes | None = None, **changed: str | None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        headers = self.headers(**changed)
        if body is not None and "Content-Length" not in headers:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = Answer(answer.status, dict(answer.getheaders()), answer.read())
        connection.close()
        return found


def configure() -> tuple[Config, Files]:
    config = load_config(config_path=None, isolated=False)
    return config, files_to_write(config, None, None, None)


@contextmanager
def serving(**options: Any) -> Iterator[ReportServer]:
    """A server over `a.txt` in the current folder, audited once."""
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    session = Session(["a.txt"], configure)
    server = ReportServer(session, **options)
    session.audit()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
