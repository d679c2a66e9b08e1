"""Fetching one address: politely, within bounds, and only anew where the copy no longer holds."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin

from audit.errors import InputError
from audit.fetch.address import Target, target
from audit.fetch.body import ENCODINGS
from audit.fetch.faults import PassingError, failed
from audit.fetch.freshness import same_weakly
from audit.fetch.request import Answer, get
from audit.fetch.robots import Robots
from audit.fetch.settings import USER_AGENT, Settings
from audit.fetch.snapshots import Kept, Snapshots

_REDIRECTS = {301, 302, 303, 307, 308}
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, application/json;q=0.9, text/*;q=0.8, */*;q=0.1",
    "Accept-Encoding": ENCODINGS,
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An address as a file: `url` in normal form, `final` after redirects, and the file."""

    url: str
    final: str
    path: Path


class Fetcher:
    """Fetches addresses into a folder. `sleep` and `now` (seconds since 1970) are its clock."""

    def __init__(
        self,
        settings: Settings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._limits = settings.limits
        self._sleep = sleep
        self._now = now
        self._snapshots = Snapshots(settings.folder, settings.limits.longest_fresh)
        self._robots = Robots(lambda url: self._followed(target(url), {}, asks_robots=False))
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Snapshot:
        """The snapshot of `url`, fetched where there is none that still holds.

        Raises `InputError` where it may not or cannot be had; `OSError` where the snapshot cannot
        be written.
        """
        where = target(url)
        if self._settings.offline:
            found = self._snapshots.find(where.url, edited=True)
            if found is None:
                message = f"no snapshot in {self._settings.folder.name}; run once without --offline"
                raise InputError("no-snapshot", url, message)
            return self._snapshot(found)
        kept = self._snapshots.find(where.url)
        if kept and 0 <= self._now() - kept.fetched < kept.fresh:
            return self._snapshot(kept)
        return self._snapshot(self._patiently(where, kept))

    def _snapshot(self, kept: Kept) -> Snapshot:
        return Snapshot(kept.url, kept.final, self._snapshots.path(kept))

    def _patiently(self, where: Target, kept: Kept | None) -> Kept:
        """Try again where the fault may pass, as long as the bounds allow."""
        waited = 0.0
        for number in range(1, self._limits.tries + 1):
            try:
                return self._once(where, kept)
            except PassingError as fault:
                pause = 2.0**number if fault.after is None else fault.after
                waited += pause
                if waited > self._limits.waiting and fault.after is not None:
                    message = f"{fault.message}; it asks to be left alone for {fault.after:.0f} s"
                    raise failed(where.url, message) from None
                if number == self._limits.tries or waited > self._limits.waiting:
                    message = f"{fault.message} (tried {number} times)"
                    raise failed(where.url, message) from None
                self._sleep(pause)
        raise AssertionError  # pragma: no cover - the last try returns or raises

    def _once(self, where: Target, kept: Kept | None) -> Kept:
        """Ask for `where`, or whether what is kept of it still holds."""
        answer = self._followed(where, _conditions(kept), only_for=kept.final if kept else "")
        if answer.status == HTTPStatus.OK:
            if not answer.body:  # also what headers look like that were cut off
                raise PassingError(where.url, "the server sent nothing; try again later")
            return self._snapshots.keep(where.url, answer, self._now())
        if answer.status != HTTPStatus.NOT_MODIFIED:
            raise self._said(where.url, answer)
        if kept is None:
            raise failed(where.url, "the server says “not modified” though nothing was known of it")
        tag = answer.headers.get("etag")
        if tag and kept.etag and not same_weakly(tag, kept.etag):
            return self._once(where, None)  # it vouches for something that we do not have
        return self._snapshots.vouched(kept, answer, self._now())

    def _followed(
        self,
        where: Target,
        conditions: Mapping[str, str],
        *,
        only_for: str = "",
        asks_robots: bool = True,
    ) -> Answer:
        """The answer at the end of the redirects; `conditions` go to the address `only_for`.

        Every hop is an address like one that a user gives: checked, resolved, allowed by robots.
        """
        first, left = where, self._limits.total
        for _ in range(self._limits.redirects + 1):
            try:
                self._wait_for(where, asks_robots)
                headers = {**_HEADERS, **(conditions if where.url == only_for else {})}
                begun = time.monotonic()
                answer = get(where, headers, self._limits, left, self._settings.allow_private)
                left -= time.monotonic() - begun
                if answer.status not in _REDIRECTS:
                    return answer
                where = target(urljoin(where.url, answer.headers.get("location", "")))
            except InputError as fault:
                if fault.path != first.url:  # the user knows the address that was given
                    fault.message = f"it redirects to {fault.path[:200]}: {fault.message}"
                    fault.path = first.url
                raise
        message = f"over {self._limits.redirects} redirects, the last to {where.url}"
        raise failed(first.url, message)

    def _wait_for(self, where: Target, asks_robots: bool) -> None:
        """Ask robots.txt, then let the time pass that one host is owed between requests."""
        if not asks_robots:
            return
        delay = 0.0
        if where.host not in self._settings.own_hosts:
            delay = min(self._robots.delay(where), self._limits.longest_interval)
        pause = max(delay, self._limits.interval) - (self._now() - self._last.get(where.host, 0.0))
        if where.host in self._last and pause > 0:
            self._sleep(pause)
        self._last[where.host] = self._now()

    def _said(self, url: str, answer: Answer) -> InputError:
        """The error for an answer that is neither content nor a redirect."""
        status = answer.status
        words = f"the server says {status}{_phrase(status)}"
        if status in _BUSY:
            return PassingError(url, words, self._seconds(answer.headers.get("retry-after", "")))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return PassingError(url, words)
        if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            return failed(url, f"{words}; look whether the address is still right")
        return failed(url, f"{words}; open the address in a browser to see why")

    def _seconds(self, said: str) -> float | None:
        """How long a Retry-After asks to wait, given in seconds or as a date."""
        if said.isascii() and said.strip().isdigit():
            return float(said)
        try:
            moment = parsedate_to_datetime(said)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - self._now())


def _conditions(kept: Kept | None) -> dict[str, str]:
    """The headers that ask for content only where it is another than what is kept."""
    if kept is None:
        return {}
    found = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {name: value for name, value in found.items() if value}


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return ""
