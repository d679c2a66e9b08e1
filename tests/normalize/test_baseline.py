"""Known findings are marked, count nowhere, and entries that met nothing are told."""

import pytest

from audit.config.baseline import HEAD, read, text_of
from audit.config.schema import FailOn
from audit.errors import ConfigError
from audit.model.baseline import KnownFinding
from audit.model.finding import State
from audit.normalize import mark_known
from tests import builders as make

DOC = make.document("Kim left Hasan.", id="a  b.txt")
FOUND = (make.finding(DOC, "Kim"), make.finding(DOC, "Hasan", state=State.SUPPRESSED))
KNOWN = [KnownFinding(one.fingerprint, one.rule, "a b.txt") for one in FOUND]


def test_known_findings_are_marked_and_suppressed_ones_stay_so() -> None:
    marked, notes = mark_known(FOUND, KNOWN, [DOC.id])
    assert [one.state for one in marked] == [State.KNOWN, State.SUPPRESSED]
    assert not any(FailOn.INFO.met_by(one) for one in marked)
    assert notes == ()


def test_entries_that_met_nothing_are_told_where_their_document_was_read() -> None:
    gone = [KnownFinding(f"{number:08x}", "NAM001", "a b.txt") for number in range(7)]
    elsewhere = KnownFinding("ffffffff", "NAM001", "c.txt")
    (note,) = mark_known(FOUND, [*KNOWN, *gone, elsewhere], [DOC.id])[1]
    assert note.message.startswith("7 entries of the baseline met no finding (NAM001 00000000, ")
    assert "and 2 more" in note.message
    assert "ffffffff" not in note.message


def test_the_file_is_sorted_and_reads_back() -> None:
    text = text_of(reversed(KNOWN))
    assert text.startswith(HEAD)
    assert text.splitlines()[1:] == sorted(text.splitlines()[1:])
    assert read(text.encode(), "b") == tuple(sorted(KNOWN))
    assert read(text.replace("\n", "\r\n").encode("utf-8-sig"), "b") == tuple(sorted(KNOWN))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "first line"),
        (b"# mtaudit baseline 2\n", "first line"),
        (HEAD.encode() + b"\nnot a fingerprint\n", "line 3: expected a fingerprint"),
        (HEAD.encode() + b"\xff\n", "is not UTF-8"),
    ],
)
def test_a_bad_file_is_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(ConfigError, match=f"b: .*{said}"):
        read(content, "b")
