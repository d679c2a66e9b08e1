"""A feed in a file, and what watching it wrote."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ARTICLES = {
    "1": "They saw Danylo Zabolotnyak in Lutsk. Then Danylo Zabolotnyak left the the town.",
    "2": "The minister said that Danylo Zabolotnyak was right. It was the the end.",
    "3": "They saw Danylo Zabolotniak in Lutsk. He was at the the station.",
}
SETTINGS = ("--isolated", "--lang", "en", "--select", "NAM001,NAM002,NAM003,REP001")


def put(path: Path, *ids: str, **texts: str) -> Path:
    """Write a feed of the articles `ids`, newest first, with `texts` in place of theirs."""
    known: Mapping[str, str] = {**ARTICLES, **texts}
    items = [{"id": id_, "url": f"https://news.example/{id_}", "text": known[id_]} for id_ in ids]
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


def watching(feed: str | Path, *more: str) -> tuple[str, ...]:
    """The arguments of one look at `feed`."""
    store = ("--store", "store.sqlite", "--once", "--report", "json:out/{batch}.json")
    return ("watch", str(feed), *store, *SETTINGS, *more)


def reports(folder: Path) -> list[Any]:
    """The reports on all batches, in order."""
    return [json.loads(path.read_bytes()) for path in sorted((folder / "out").glob("*.json"))]


def found(folder: Path) -> list[list[tuple[str, str, str]]]:
    """The findings of each batch: document, rule, text."""
    return [
        [(one["document"], one["rule"], one["text"]) for one in report["findings"]]
        for report in reports(folder)
    ]
