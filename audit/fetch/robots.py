"""What the robots.txt of a site allows us (RFC 9309)."""

from collections.abc import Callable
from http import HTTPStatus

from protego import Protego

from audit.errors import InputError
from audit.fetch.address import Target
from audit.fetch.faults import failed, refused
from audit.fetch.request import Answer
from audit.fetch.settings import AGENT

_READ = 500 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for at least these."""


class Robots:
    """The rules of each site, asked once; `get` fetches a robots.txt, redirects included."""

    def __init__(self, get: Callable[[str], Answer]) -> None:
        self._get = get
        self._rules: dict[str, Protego | InputError] = {}

    def delay(self, where: Target) -> float:
        """Seconds that the site asks for between two requests; raises where `where` is barred."""
        rules = self._rules_of(where)
        if isinstance(rules, InputError):
            raise failed(
                where.url,
                f"the robots.txt of {where.host} could not be had, so nothing is fetched there "
                f"({rules.message})",
            )
        if not rules.can_fetch(where.url, AGENT):
            raise refused(
                where.url,
                f"the robots.txt of {where.host} does not let programs have this page; where the "
                f"site is your own, give --ignore-robots {where.host}",
            )
        return float(rules.crawl_delay(AGENT) or 0)

    def _rules_of(self, where: Target) -> Protego | InputError:
        if where.origin not in self._rules:
            self._rules[where.origin] = self._asked(f"{where.origin}/robots.txt")
        return self._rules[where.origin]

    def _asked(self, url: str) -> Protego | InputError:
        """The rules at `url`: none where there is no such file, an error where nobody can tell."""
        try:
            answer = self._get(url)
        except InputError as fault:
            return fault
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == 429:
            return failed(url, f"status {answer.status}")
        found = answer.body[:_READ] if answer.status == HTTPStatus.OK else b""
        return Protego.parse(found.decode("utf-8", "replace"))
