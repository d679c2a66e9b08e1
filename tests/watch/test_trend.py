"""The trend of a watched feed: what is recorded of each audit, and what it amounts to."""

import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.config.schema import Config
from audit.model.names import Basis, Kind
from audit.model.text import Document
from audit.model.trend import NameSeen, NameState, Tally, Trend
from audit.report.trend_json import trend_tree
from audit.watch import Store, decided, trend_of
from audit.watch.trend import trend_over
from tests.cli.running import invoke
from tests.sample_trend import name, record, trend
from tests.watch.feed import ARTICLES, put, watching


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stored(path: str = "store.sqlite") -> Trend:
    """The trend that a store holds."""
    store = Store(Path(path))
    try:
        return trend_of(store)
    finally:
        store.close()


def states(*audits: tuple[NameSeen, ...]) -> dict[str, NameState]:
    """How names stand after audits that met them."""
    records = [(i, replace(record(0), names=seen)) for i, seen in enumerate(audits, 1)]
    return {one.canonical: one.state for one in trend_over(records).names}


def test_each_audit_leaves_a_record_of_its_own_items(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3", "2", "1")
    invoke(*watching(feed))
    first, second = stored().audits
    assert (first.number, second.number) == (1, 2)
    assert first.record.whole.documents == 2
    assert second.record.whole.words == len(ARTICLES["3"].split())
    assert first.record.whole.families == {"REP": 2}
    assert second.record.whole.classes == {"error": 2}
    assert second.record.whole.asking == 2


def test_a_name_that_departs_from_the_archive_waits_for_a_decision(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed))
    (one,) = stored().names
    assert (one.canonical, one.forms) == ("Danylo Zabolotnyak", ("Danylo Zabolotniak",))
    assert (one.state, one.met, one.departed) == (NameState.NEW, (3, 1), (0, 1))
    assert [point.open_names for point in stored().audits] == [0, 1]


def test_days_of_publication_are_those_of_the_items(folder: Path) -> None:
    dates = ("2024-05-02T08:00:00Z", "2024-05-01", None)
    items = [
        {"id": id_, "text": text, **({"date": date} if date else {})}
        for (id_, text), date in zip(ARTICLES.items(), dates, strict=True)
    ]
    (folder / "feed.json").write_text(json.dumps(items), encoding="utf-8")
    invoke(*watching(folder / "feed.json"))
    shown = stored()
    assert [day for day, _ in shown.days] == ["2024-05-01", "2024-05-02"]
    assert sum(tally.documents for _, tally in shown.days) == 2
    assert shown.audits[0].record.whole.documents == 3


def test_a_name_is_new_then_still_there_then_gone() -> None:
    bad, good = (name("Khasan", "Hasan"),), (name("Khasan"),)
    assert states(bad) == {"Khasan": NameState.NEW}
    assert states(good, bad) == {"Khasan": NameState.NEW}
    assert states(bad, bad) == {"Khasan": NameState.STILL}
    assert states(bad, ()) == {"Khasan": NameState.UNSEEN}
    assert states(bad, (), good) == {"Khasan": NameState.GONE}
    assert states(bad, good, bad) == {"Khasan": NameState.STILL}
    assert states(good, good) == {}


def test_a_name_is_known_again_when_another_form_became_the_usual_one() -> None:
    assert states((name("Danylo", "Danilo"),), (name("Danilo"),)) == {"Danilo": NameState.GONE}
    other = (name("Kyiv", "Kiev", record="kyiv"),), (name("Kyyiv", record="kyiv"),)
    assert states(*other) == {"Kyyiv": NameState.GONE}


def test_two_names_of_one_form_stay_two() -> None:
    pair = (name("Hasan", "Khasan"), name("Hasan", "Hassan", kind=Kind.PLACE))
    assert len(trend_names(pair)) == 2


def trend_names(seen: tuple[NameSeen, ...]) -> list[str]:
    return [one.canonical for one in trend_over([(1, replace(record(0), names=seen))]).names]


def test_what_house_style_settles_waits_for_nobody() -> None:
    by_name = {one.canonical: one for one in trend().names}
    assert by_name["Kyiv"].decided
    assert not by_name["Kyiv"].open
    assert not by_name["Khasan"].open
    assert by_name["Danylo Zabolotnyak"].open
    assert trend().audits[-1].open_names == sum(one.open for one in by_name.values())


def test_names_stand_in_the_order_of_what_to_do_first() -> None:
    order = [one.state for one in trend().names]
    assert order == sorted(order, key=list(NameState).index)
    assert set(order) == set(NameState)


def test_changed_settings_are_marked_where_they_changed() -> None:
    assert [point.number for point in trend().audits if point.resettled] == [7]


def test_tallies_add_up() -> None:
    one = Tally(1, 100, {"error": 1}, {"NAM": 1})
    other = Tally(2, 300, {"error": 1, "info": 4}, {"PUN": 1})
    both = one + other
    assert (both.documents, both.words, both.asking) == (3, 400, 2)
    assert both.families == {"NAM": 1, "PUN": 1}
    assert both.rate(2) == 5
    assert Tally().rate(0) is None


def test_a_store_from_before_records_goes_on(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    invoke(*watching(feed))
    base = sqlite3.connect("store.sqlite")
    base.execute("drop table record")
    base.execute("pragma user_version = 1")
    base.commit()
    base.close()
    put(feed, "2", "1")
    assert invoke(*watching(feed)).exit_code == ExitCode.FINDINGS
    shown = stored()
    assert ([one.number for one in shown.audits], shown.unrecorded) == ([2], 1)


def test_the_command_shows_and_writes_the_trend(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed))
    result = invoke("trend", "store.sqlite", "--html", "out/trend.html")
    assert result.exit_code == ExitCode.CLEAN
    assert "Names that wait for a decision: 1" in result.stdout
    assert "  Danylo Zabolotnyak (new): also Danylo Zabolotniak" in result.stdout
    page = (folder / "out/trend.html").read_bytes()
    assert b"<title>Trend of the feed</title>" in page
    printed = invoke("trend", "store.sqlite", "--format", "json")
    assert json.loads(printed.stdout)["names"][0]["forms"] == ["Danylo Zabolotniak"]
    quiet = invoke("trend", "store.sqlite", "--html", "again.html", "--quiet")
    assert quiet.stdout == ""
    assert (folder / "again.html").read_bytes() == page


def test_the_trend_for_programs_counts_what_the_page_shows() -> None:
    tree = json.loads(json.dumps(trend_tree(trend())))
    assert tree["schema"] == "mtaudit/trend/1"
    assert [one["number"] for one in tree["audits"]][-2:] == [12, 13]
    last = tree["audits"][-1]
    assert (last["words"], last["classes"]["error"], last["open_names"]) == (3700, 3, 4)
    assert tree["audits"][5]["score"] is tree["audits"][5]["score_interval"] is None
    names = {one["canonical"]: one for one in tree["names"]}
    assert (names["Khasan"]["state"], names["Khasan"]["first"], names["Khasan"]["last"]) == (
        "gone", 3, 4,
    )  # fmt: skip
    assert sum(one["open"] for one in tree["names"]) == last["open_names"]
    assert sum(day["words"] for day in tree["days"].values()) == sum(
        one["words"] for one in tree["audits"]
    )


def test_watching_writes_the_trend_anew_after_each_look(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    invoke(*watching(feed, "--trend", "trend.html"))
    first = Path("trend.html").read_text(encoding="utf-8")
    assert "There was one audit so far" in first
    put(feed, "3", "1")
    invoke(*watching(feed, "--trend", "trend.html"))
    assert "Audit 2: " in Path("trend.html").read_text(encoding="utf-8")
    Path("trend.html").unlink()
    assert invoke(*watching(feed, "--trend", "trend.html")).stdout == "Nothing new.\n"
    assert Path("trend.html").exists()


def test_a_store_that_is_not_there_is_not_made(folder: Path) -> None:
    result = invoke("trend", "none.sqlite")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "none.sqlite: no such store" in result.stderr
    assert not Path("none.sqlite").exists()


def test_an_empty_store_has_no_trend(folder: Path) -> None:
    Store(Path("store.sqlite")).close()
    result = invoke("trend", "store.sqlite", "--html", "trend.html")
    assert "No audit is recorded yet." in result.stdout
    assert "there is nothing to show" in Path("trend.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_or_spoken_is_told(folder: Path) -> None:
    Store(Path("store.sqlite")).close()
    (folder / "file").touch()
    result = invoke("trend", "store.sqlite", "--html", "file/trend.html")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "cannot write file/trend.html" in result.stderr
    result = invoke("trend", "store.sqlite", "--html", "t.html", "--report-lang", "xx")
    assert "no report language “xx”" in result.stderr


def test_a_basis_survives_the_store(folder: Path) -> None:
    store = Store(folder / "s.sqlite")
    store.add([Document("1", "a.txt", "Text.")], [])
    (batch,) = store.undelivered()
    store.delivered(batch, record(0))
    ((number, kept),) = store.records()
    assert (number, kept) == (1, record(0))
    assert kept is not None
    assert kept.names[-1].basis is Basis.STYLE


def test_the_page_leads_to_the_reports_that_are_there(folder: Path) -> None:
    feed = put(folder / "feed.json", "1")
    target = ("--report", "html:out/no {batch}.html", "--trend", "out/trend.html")
    invoke(*watching(feed, *target))
    put(feed, "3", "1")
    invoke(*watching(feed, *target))
    page = Path("out/trend.html").read_text(encoding="utf-8")
    ways = re.findall(r'<a href="([^"#]+)">Audit', page)
    assert set(ways) == {"no%20000001.html", "no%20000002.html"}
    assert '<a href="no%20000002.html">audit 2</a>' in page  # the name departs there
    Path("out/no 000001.html").unlink()
    invoke("trend", "store.sqlite", "--html", "trend.html", "--reports", "out/no {batch}.html")
    page = Path("trend.html").read_text(encoding="utf-8")
    assert set(re.findall(r'<a href="([^"#]+)">Audit', page)) == {"out/no%20000002.html"}


NAMES = """
[[name]]
id = "mp"
kind = "person"
canonical = "Danylo Zabolotniak"
other = ["Danylo Zabolotnyak"]
"""


def test_what_was_decided_since_waits_no_longer(folder: Path) -> None:
    feed = put(folder / "feed.json", "2", "1")
    invoke(*watching(feed))
    put(feed, "3")
    invoke(*watching(feed, "--report", "json:last/{batch}.json"))
    waits = "Names that wait for a decision: 1"
    assert waits in invoke("trend", "store.sqlite").stdout
    (folder / "names.toml").write_text(NAMES, encoding="utf-8")
    assert waits not in invoke("trend", "store.sqlite", "--names", "names.toml").stdout
    assert waits in invoke("trend", "store.sqlite", "--isolated").stdout
    report = json.loads((folder / "last/000002.json").read_bytes())
    (one,) = (each for each in report["findings"] if each["rule"] == "NAM002")
    (folder / "mtaudit.suppressions.toml").write_text(
        'schema = "mtaudit/suppressions/1"\n[[finding]]\nreason = "other"\nrule = "NAM002"\n'
        f'fingerprint = "{one["fingerprint"]}"\ndocument = "3"\ntext = "Danylo Zabolotniak"\n',
        encoding="utf-8",
    )
    (folder / "mtaudit.toml").touch()
    assert waits not in invoke("trend", "store.sqlite").stdout


def test_a_profile_decides_what_it_has_a_form_for() -> None:
    seen = name("Volodymyr Zelenskyy", "Zelenskyi", record="volodymyr-zelenskyy")
    other = name("Danylo Zabolotnyak", "Danylo Zabolotniak")
    for profile, settles in ((None, False), ("ap", True)):
        now = decided(Config(profile=profile))
        assert (now.settles(seen), now.settles(other)) == (settles, False)
