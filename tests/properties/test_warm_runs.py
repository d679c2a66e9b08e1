"""A warm run says what a cold one says, whatever was edited since and whatever befell the cache."""

import io
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.config.schema import Config, LinkScope
from audit.report.json import JsonReporter
from audit.run import audit
from audit.run.cache import FILE_NAME

NAMES = (
    ("Kim Jong Un", "Kim Jong-un", "Kim"),
    ("Oleksandr Syrskyi", "Oleksandr Syrsky", "Syrsky"),
    ("Mirela Pelorin", "Pelorin", "Perin"),
    ("Khasan", "Hasan", "Hassan"),
    ("Oleg Belkov", "Belkov", "Belkoff"),
    ("Zhanna Volkova", "Volkova", "Wolkowa"),
)
SENTENCES = (
    "{0} arrived at the station on Tuesday and met {1}.",
    "Crowds saw {0} in the the square.",
    "“Nobody told us,” {0} said, and {1} agreed.",
    "The mayor of the town, {0}, asked for money.",
    "Read also: {0} and {1}",
)
CONFIG = Config(lang="en", builtin_authority=False)

spellings = st.sampled_from([spelling for name in NAMES for spelling in name])
sentences = st.builds(str.format, st.sampled_from(SENTENCES), spellings, spellings)
articles = st.lists(sentences, min_size=1, max_size=4).map("\n".join)
feeds = st.dictionaries(st.sampled_from([f"d{n}" for n in range(9)]), articles, min_size=2)
histories = st.lists(feeds, min_size=2, max_size=3)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


def report(path: Path, articles: dict[str, str], config: Config) -> str:
    lines = [json.dumps({"id": id_, "text": text}) for id_, text in articles.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    out = io.StringIO()
    JsonReporter().write(audit([str(path)], config), out)
    return out.getvalue()


numbers = count()
modest = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@modest
@given(histories, st.sampled_from(LinkScope))
def test_a_warm_run_says_what_a_cold_one_says(
    home: Path, history: Sequence[dict[str, str]], scope: LinkScope
) -> None:
    feed = home / "feed.jsonl"
    cold = replace(CONFIG, scope=scope)
    warm = replace(cold, cache=str(home / f"cache{next(numbers)}"))
    held: dict[str, str] = {}
    for articles in history:
        held |= articles  # articles that were not edited stay
        assert report(feed, held, warm) == report(feed, held, cold)
        held = dict(sorted(held.items(), key=lambda one: one[1]))  # and the order changes


@modest
@given(feeds, st.integers(0, 10**9), st.integers(1, 255))
def test_an_entry_with_a_changed_byte_is_no_entry(
    home: Path, articles: dict[str, str], at: int, flipped: int
) -> None:
    feed, folder = home / "feed.jsonl", home / f"cache{next(numbers)}"
    warm = replace(CONFIG, cache=str(folder))
    cold = report(feed, articles, warm)
    with sqlite3.connect(folder / FILE_NAME) as base:
        for key, value in base.execute("select key, value from entry").fetchall():
            spoilt = bytearray(value)
            spoilt[at % len(spoilt)] ^= flipped
            base.execute("update entry set value = ? where key = ?", (bytes(spoilt), key))
    assert report(feed, articles, warm) == cold


LONG = "\n".join(
    SENTENCES[number % 4].format(*NAMES[number % 6][:2]) + f" It was day {number}."
    for number in range(45)
)
"""Over 500 words, so that its score has an interval."""


@settings(modest, max_examples=6, phases=[Phase.generate])
@given(st.data())
def test_what_is_let_stand_since_bears_on_the_scores_of_a_warm_run(
    home: Path, data: st.DataObject
) -> None:
    feed, decided = home / "feed.jsonl", home / f"decided{next(numbers)}.toml"
    warm = replace(CONFIG, cache=str(home / f"cache{next(numbers)}"))
    articles = {"short": LONG.partition("\n")[0], "long": LONG}
    found = json.loads(report(feed, articles, warm))["findings"]
    records = (
        f'[[finding]]\nfingerprint = "{one["fingerprint"]}"\nrule = "{one["rule"]}"\n'
        for one in data.draw(st.lists(st.sampled_from(found), unique_by=str, max_size=5))
    )
    lines = (f'{record}reason = "allowed"\n' for record in records)
    decided.write_text("".join(['schema = "mtaudit/suppressions/1"\n', *lines]), "utf-8")
    cold = replace(CONFIG, suppressions=str(decided))
    expected = report(feed, articles, cold)
    again = replace(cold, cache=warm.cache)
    assert report(feed, articles, again) == expected
    assert report(feed, articles, again) == expected
