"""`mtaudit watch`: only what is new, against all that was seen, each item once."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.watch import Store
from tests.cli.running import invoke
from tests.fetch.site import Handler, Site, in_turn, page, running, says
from tests.watch.feed import ARTICLES, found, put, reports, watching


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_new_items_are_audited(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    assert invoke(*watching(feed)).exit_code == ExitCode.FINDINGS
    assert found(folder) == [[("1", "REP001", "the the")]]
    again = invoke(*watching(feed))
    assert (again.exit_code, again.stdout) == (ExitCode.CLEAN, "Nothing new.\n")
    put(feed, "2", "1")
    invoke(*watching(feed))
    assert found(folder)[1:] == [[("2", "REP001", "the the")]]


def test_names_are_compared_with_the_archive(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed))
    names = [one for one in found(folder)[1] if one[1].startswith("NAM")]
    assert names == [("3", "NAM002", "Danylo Zabolotniak")]
    report = reports(folder)[1]
    (entity,) = [one for one in report["entities"] if "Zabolot" in one["canonical"]]
    assert entity["canonical"] == "Danylo Zabolotnyak"
    assert {form["text"]: form["count"] for form in entity["forms"]} == {
        "Danylo Zabolotnyak": 3,
        "Danylo Zabolotniak": 1,
    }
    assert {one["document"] for one in report["findings"]} == {"3"}


def test_the_score_is_that_of_the_new_items(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed))
    summary = reports(folder)[1]["summary"]
    assert summary["words"] == summary["score"]["feed"]["words"] == len(ARTICLES["3"].split())


def test_nothing_is_remembered_that_is_not_to_be(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed, "--remember", "0"))
    assert [one[1] for one in found(folder)[1]] == ["REP001"]


def test_an_item_that_was_edited_is_audited_again_and_not_against_itself(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    invoke(*watching(feed))
    put(feed, "1", **{"1": ARTICLES["1"].replace("yak", "iak").replace("the the", "the")})
    assert invoke(*watching(feed)).exit_code == ExitCode.CLEAN
    assert found(folder)[1] == []


def test_the_order_of_a_feed_does_not_matter(folder: Path) -> None:
    feed = put(folder / "feed.json", "1", "2", "3")
    invoke(*watching(feed))
    put(feed, "3", "1", "2")
    assert invoke(*watching(feed)).stdout == "Nothing new.\n"


def test_names_files_are_read_anew(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    invoke(*watching(feed))
    (folder / "names.toml").write_text(
        '[[name]]\nid = "mp"\nkind = "person"\ncanonical = "Danylo Zabolotniak"\n'
        'other = ["Danylo Zabolotnyak"]\n',
        encoding="utf-8",
    )
    put(feed, "2")
    invoke(*watching(feed, "--names", "names.toml"))
    assert ("2", "NAM002", "Danylo Zabolotnyak") in found(folder)[1]


def test_a_report_that_would_be_overwritten_is_refused(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    for target in ("html:report.html", "json"):
        result = invoke("watch", str(feed), "--store", "s.sqlite", "--once", "--report", target)
        assert result.exit_code == ExitCode.UNUSABLE
        assert "give a path with {batch} in it" in result.stderr
    assert not (folder / "s.sqlite").exists()


def test_two_do_not_watch_with_one_store(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    invoke(*watching(feed))
    other = sqlite3.connect("store.sqlite", isolation_level=None)
    other.execute("begin exclusive")
    result = invoke(*watching(feed))
    other.close()
    assert result.exit_code == ExitCode.UNUSABLE
    assert "another process works with it" in result.stderr


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be read" * 20, None])
def test_a_file_that_is_no_store_is_left_alone(folder: Path, content: bytes | None) -> None:
    feed, store = put(folder / "feed.json", "1"), folder / "store.sqlite"
    if content is None:
        base = sqlite3.connect(store)
        base.execute("create table mine (a)")
        base.close()
    else:
        store.write_bytes(content)
    before = store.read_bytes()
    result = invoke(*watching(feed))
    assert result.exit_code == ExitCode.UNUSABLE
    assert "store" in result.stderr
    assert store.read_bytes() == before


def test_what_utf8_cannot_hold_is_kept_as_far_as_it_can_be(folder: Path) -> None:
    store = Store(folder / "store.sqlite")
    note = Note(NoteLevel.WARNING, "a", "b\udcff", "c\udcff")
    assert store.add([Document("1", "a.txt", "A \ud800 sign")], [note]) == 1
    (batch,) = store.undelivered()
    assert batch.documents[0].text == "A \ufffd sign"
    assert batch.notes[0].path == "c\ufffd"


def test_a_feed_at_an_address(folder: Path) -> None:
    with running() as site:
        old, new = (feed_page(folder, *ids) for ids in (("1",), ("2", "1")))
        url = site.on("/feed", in_turn(old, says(503, Retry_After="900"), says(304), new))
        arguments = watching(url, "--allow-private")
        assert invoke(*arguments).exit_code == ExitCode.FINDINGS
        busy = invoke(*arguments)
        assert busy.exit_code == ExitCode.UNUSABLE
        assert "asks to be left alone for 900 s" in busy.stderr
        assert invoke(*arguments).stdout == "Nothing new.\n"
        invoke(*arguments)
    assert found(folder) == [[("1", "REP001", "the the")], [("2", "REP001", "the the")]]
    (one,) = reports(folder)[1]["documents"]
    assert one["path"].startswith("mtaudit-snapshots/")


def feed_page(folder: Path, *ids: str) -> Handler:
    """A page that serves these articles."""
    content = put(folder / "made.json", *ids).read_bytes()
    return page(content, {"Content-Type": "application/json", "ETag": f'"{len(content)}"'})


def test_what_is_down_does_not_stop_the_rest(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    with running() as site:
        result = invoke(*watching(feed, site.url("/gone"), "--allow-private"))
    assert result.exit_code == ExitCode.UNUSABLE
    assert found(folder) == [[("1", "REP001", "the the")]]
    assert [n["code"] for n in reports(folder)[0]["notes"] if n["level"] == "error"] == [
        "fetch-failed"
    ]


def test_pages_without_a_feed_are_watched(folder: Path, site: Site) -> None:
    text = "<html lang=en><body><p>{} the the end.</p></body></html>"
    kind = {"Content-Type": "text/html"}
    first, second = (page(text.format(word).encode(), kind) for word in ("One", "Two"))
    url = site.on("/a", in_turn(first, first, second))
    for said in ([1], [1], [1, 1]):
        invoke(*watching(url, "--allow-private"))
        assert [len(one) for one in found(folder)] == said


def test_it_looks_again_and_again_whatever_comes_between(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed, names = put(folder / "feed.json", "1"), folder / "names.toml"
    names.touch()
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 1:
            names.write_text("[[name", encoding="utf-8")
            put(feed, "2", "1")
        elif len(slept) == 2:
            names.write_text("", encoding="utf-8")
        else:
            raise KeyboardInterrupt

    monkeypatch.setattr("audit.cli.watch.time.sleep", sleep)
    loop = list(watching(feed, "--every", "7", "--names", "names.toml"))
    loop.remove("--once")
    result = invoke(*loop)
    assert result.exit_code == ExitCode.INTERRUPTED
    assert slept == [420.0] * 3
    assert "names.toml: not valid TOML" in result.stderr
    assert "the next look tries again" in result.stderr
    assert found(folder) == [[("1", "REP001", "the the")], [("2", "REP001", "the the")]]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of no pages yet."""
    with running() as made:
        yield made
