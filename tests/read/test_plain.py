"""Plain text: lines are blocks, wrapped paragraphs are one, and only a sure heading is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.text import BlockKind
from audit.read.lines import blocks_of
from tests.read.conftest import ReadBytes

WRAPPED = (
    "The ministers met in the old town hall on Tuesday and talked for three\n"
    "hours about grain, rails and the price of coal. They will meet again\n"
    "in May, when the delegation of the northern provinces is expected.\n"
)
HEADLINES = (  # nearly as long as wrapped prose, but each begins anew
    "Ministers meet in the old town hall to talk of grain and rails today\n"
    "Price of coal rises for the third month in a row, traders say now ok\n"
    "Northern provinces to send a delegation to the capital in early May\n"
)
LIST = (
    "we bought a very long list of things for the house and the garden and\n"
    "- apples that were red\n- pears\n"
)


def cut(text: str) -> list[str]:
    return [text[block.span.start : block.span.end] for block in blocks_of(text)]


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in blocks_of(text)]


def test_the_whole_file_is_the_text(reading: ReadBytes) -> None:
    data = "First line.\r\n\r\n  Second line.  \r\n"
    (document,), notes = reading(data, "news/a.txt")
    assert document.text == data
    assert (document.id, document.path) == ("news/a.txt", "news/a.txt")
    assert [document.cut(block.span) for block in document.blocks] == [
        "First line.",
        "Second line.",
    ]
    place = document.place(document.blocks[1].span)
    assert (place.line, place.column) == (3, 3)
    assert notes == []


def test_every_line_is_a_block() -> None:
    assert cut("One.\nTwo.\rThree.\u2028Four.\n\n\nFive.") == [
        *("One.", "Two.", "Three.", "Four.", "Five.")
    ]


def test_a_wrapped_paragraph_is_one_block() -> None:
    assert cut(WRAPPED + "\nThe end.") == [WRAPPED.strip(), "The end."]


def test_a_wrapped_line_that_ends_a_sentence_ends_the_block() -> None:
    text = WRAPPED.replace("They will meet again", "They will not meet.")
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        HEADLINES,
        "word " * 40 + "\n" + "word " * 30 + "\n",
        "roses are red\nviolets are blue\n",
        LIST,
    ],
    ids=["headlines", "paragraphs", "verse", "list"],
)
def test_lines_that_were_not_wrapped_stay_apart(text: str) -> None:
    assert len(cut(text)) == len(text.strip().splitlines())


def test_wide_characters_count_as_two_columns() -> None:
    line = "総理大臣は火曜日に古い市庁舎で閣僚と会談し穀物と鉄道と石炭の価格につい"
    assert cut(f"{line}\nて三時間にわたって話し合ったと述べた。 次\n") != []
    spaced = f"{line[:20]} {line[20:]}\nて三時間話し合った。"
    assert len(cut(spaced)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks end without a deal\n\nThe ministers left.", BlockKind.HEADING),
        ("Talks end\nThe ministers left the hall at noon.", BlockKind.HEADING),
        ("Talks end.\n\nThe ministers left.", BlockKind.PARAGRAPH),
        ("Talks end without a deal, ministers say\nThey left", BlockKind.PARAGRAPH),
        ("Talks end", BlockKind.PARAGRAPH),
        ("- apples\n\n- pears and plums", BlockKind.PARAGRAPH),
        ("谈判结束。\n\n部长们离开了。", BlockKind.PARAGRAPH),
    ],
)
def test_only_a_sure_first_line_is_a_heading(text: str, expected: BlockKind) -> None:
    assert kinds(text)[0] is expected
    assert set(kinds(text)[1:]) <= {BlockKind.PARAGRAPH}


def test_control_characters_are_kept_and_told(reading: ReadBytes) -> None:
    text = "A clean line that goes on for quite some time.\nThen a\x00 zero.\n" * 3
    (document,), (note,) = reading(text, "a.txt")
    assert document.text == text
    assert (note.level, note.code, note.line) == ("warning", "control-characters", 2)


@given(st.text("Aa b.\n-", max_size=80), st.sampled_from("\r\x0b\x0c\x85\u2028\u2029"))
def test_a_rare_line_break_is_a_line_break(text: str, rare: str) -> None:
    assert blocks_of(text.replace("\n", rare)) == blocks_of(text)
