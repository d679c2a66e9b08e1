"""Page residue as a whole: the data files, the key, and a page from top to bottom."""

import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.detect import load
from audit.detect.residue.lexicon import Kind, key_of, lexicon, variants
from audit.model.place import OffsetMap, Origin, Piece
from tests import builders as make
from tests.detect import engine

DATA = sorted(
    (each for each in (files("audit.detect.residue") / "data").iterdir()),
    key=lambda each: each.name,
)
ON = [rule for rule in load().values() if rule.id.startswith("BOI") and rule.default_on]


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_data_files_are_well_formed(file: object) -> None:
    table = tomllib.loads(file.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert set(table) <= {"homes", *(kind.value for kind in Kind)}
    for kind in Kind:
        part = table.get(kind.value, {})
        assert set(part) <= {"lines", "weak", "leads"}
        for entry in (entry for entries in part.values() for entry in entries):
            flat = re.sub(r"\([^()\[\]]*\)|\[[^()\[\]]*\]", "", entry)
            assert not re.search(r"[()\[\]|?]", flat), f"brackets do not pair: {entry}"
            assert all(each.strip() for each in variants(entry)), f"may be empty: {entry}"


def test_choices_are_written_out() -> None:
    assert sorted(variants("share [this] (post|page)")) == [
        "share page",
        "share post",
        "share this page",
        "share this post",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read also:",
        "READ ALSO",
        "» Read also »",
        "— Read also…",
        "  read\u00a0also : ",
        "Read  also",
    ],
)
def test_ends_and_case_make_no_difference(line: str) -> None:
    assert key_of(line) == "read also"


def test_numbers_are_one_sign() -> None:
    assert key_of("Comments (12)") == key_of("Comments: 3") == "comments #"


@given(st.text(max_size=80))
def test_key_of_a_key_keeps_its_words(line: str) -> None:
    once = key_of(line).replace("#", "7")
    assert key_of(once) == key_of(key_of(once).replace("#", "7"))


def test_every_plain_entry_is_found_again() -> None:
    for line in sorted(lexicon().lines)[::50]:
        assert lexicon().entry(key_of(line.replace("#", "7"))) is not None


def test_a_page_from_top_to_bottom() -> None:
    page = engine.unmark(
        "⟦Home › Region › Roads⟧\n"
        "Bridge opens in May\n\n"
        "The bridge over the river opens in May, the council said on Monday.\n\n"
        "⟦Read also:⟧\n\n"
        "Share prices of the builder rose. The next article of the contract deals with noise.\n\n"
        "⟦You may also be interested in news:⟧\n\n\n"
        "⟦Please enter your comment!⟧\n⟦Please enter your name here⟧\n\n"
        "⟦Share post:⟧\n⟦Facebook⟧\n⟦Telegram⟧\n\n"
        "⟦Subscribe to our Telegram channel⟧\n"
        "⟦More like this⟧"
    )
    document = engine.document(page.text, "en")
    hits = sorted((hit for rule in ON for hit in engine.run(rule, [document])), key=lambda h: h.at)
    assert [document.cut(hit.at) for hit in hits] == [document.cut(span) for span in page.spans]
    assert [hit.at for hit in hits] == list(page.spans)


def test_lines_end_as_files_end_them() -> None:
    document = engine.document("It rained.\r\nRead also:\r\nIt stopped.\rShare post:", "en")
    found = [document.cut(hit.at) for rule in ON for hit in engine.run(rule, [document])]
    assert found == ["Read also:", "Share post:"]


def test_a_weak_line_alone_is_a_heading() -> None:
    for line in ("Comments", "Share", "Home", "Video", "Name"):
        document = engine.document(f"{line}\n\nThe council spoke for an hour.", "en")
        assert not [hit for rule in ON for hit in engine.run(rule, [document])]


def test_a_paragraph_of_markup_does_not_go_on_in_the_next_one() -> None:
    long = "The bridge opens in May, said the director of the museum across the river"
    text = f"{long}\nSubscribe to our newsletter"
    plain = make.document(text)
    marked = replace(plain, origin=Origin(OffsetMap.of([Piece(0, len(text), 3, len(text))])))
    rule = load()["BOI004"]
    assert not list(rule.check(plain, rule.options()))
    (hit,) = rule.check(marked, rule.options())
    assert marked.cut(hit.at) == "Subscribe to our newsletter"
