"""Where the configuration comes from, and every way it can be wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from audit.config import load
from audit.config.schema import Config, FailOn, FinderRequest, LinkScope, ReportRequest
from audit.errors import ConfigError
from tests.builders import rule


class Manner(StrEnum):
    SOFT = "soft"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Options:
    rare_share: float = 0.1
    least: int = 2
    loud: bool = False
    manner: Manner = Manner.SOFT
    words: tuple[str, ...] = ()
    label: str | None = None

    def __post_init__(self) -> None:
        if self.least < 0:
            raise ValueError("least must not be negative")


RULES = {
    "NAM001": replace(rule("NAM001", "split-name"), options=Options),
    "NAM002": rule("NAM002", "name-order"),
    "NUM001": rule("NUM001", "wrong-scale-word"),
}
FORMATS = ("console", "html", "json")
FINDERS = ("light", "spacy")


def loaded(start: Path, explicit: Path | None = None, **overrides: object) -> Config:
    keyed = {key.replace("_", "-"): value for key, value in overrides.items()}
    return load(start, explicit, keyed, rules=RULES, formats=FORMATS, finders=FINDERS)


def written(folder: Path, text: str, name: str = "mtaudit.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def refused(folder: Path, text: str) -> str:
    written(folder, text)
    with pytest.raises(ConfigError) as caught:
        loaded(folder)
    return str(caught.value)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_file_defaults_apply(tmp_path: Path) -> None:
    assert loaded(tmp_path) == Config()


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
        lang = "pt-BR"
        authority = ["names.toml"]
        builtin-authority = false
        scope = "document"
        fail-on = "query"
        select = ["nam", "Wrong-Scale-Word"]
        ignore = ["nam002"]
        exclude = ["drafts/*"]
        jobs = 3
        report = ["html:out/r.html", "json"]
        profile = "none"
        [rules.NAM001]
        least = 5
    """
    written(tmp_path, text)
    assert loaded(tmp_path) == Config(
        lang="pt-BR",
        profile="none",
        authority=("names.toml",),
        builtin_authority=False,
        scope=LinkScope.DOCUMENT,
        fail_on=FailOn.QUERY,
        select=("NAM", "NUM001"),
        ignore=("NAM002",),
        exclude=("drafts/*",),
        jobs=3,
        reports=(ReportRequest("html", "out/r.html"), ReportRequest("json")),
        rule_options={"NAM001": Options(least=5)},
    )


def test_the_nearest_file_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    written(tmp_path, 'lang = "uk"\njobs = 2')
    written(tmp_path / "a", "jobs = 4")
    deep = tmp_path / "a" / "b"
    deep.mkdir()
    assert loaded(deep) == Config(jobs=4)


def test_the_own_file_wins_over_pyproject_in_one_folder(tmp_path: Path) -> None:
    written(tmp_path, "[tool.mtaudit]\njobs = 2", "pyproject.toml")
    assert loaded(tmp_path).jobs == 2
    written(tmp_path, "jobs = 3")
    assert loaded(tmp_path).jobs == 3


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "jobs = 2")
    written(tmp_path / "a", "[tool.other]\nx = 1", "pyproject.toml")
    assert loaded(tmp_path / "a").jobs == 2


def test_an_explicit_file_is_read_instead(tmp_path: Path) -> None:
    written(tmp_path, "jobs = 2")
    assert loaded(tmp_path, written(tmp_path / "a", "jobs = 5", "own.toml")).jobs == 5


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    written(tmp_path, "nonsense")
    assert load(tmp_path, None, {}, rules=RULES, formats=FORMATS, isolated=True) == Config()


def test_the_command_line_replaces_the_value_of_the_file(tmp_path: Path) -> None:
    written(tmp_path, 'select = ["NAM001"]\njobs = 2')
    config = loaded(tmp_path, select=("NUM001",), fail_on="never")
    assert (config.select, config.jobs, config.fail_on) == (("NUM001",), 2, FailOn.NEVER)


def test_paths_count_from_the_file_and_not_from_here(tmp_path: Path) -> None:
    written(tmp_path / "conf", 'authority = ["n.toml"]\nreport = ["html:r.html"]')
    config = loaded(tmp_path / "conf")
    assert config.authority == (str(Path("conf") / "n.toml"),)
    assert config.reports == (ReportRequest("html", str(Path("conf") / "r.html")),)


def test_paths_of_the_command_line_count_from_here(tmp_path: Path) -> None:
    written(tmp_path / "conf", "")
    assert loaded(tmp_path / "conf", authority=("n.toml",)).authority == ("n.toml",)


def test_no_jobs_means_all_cores(tmp_path: Path) -> None:
    assert loaded(tmp_path, jobs=0).jobs >= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail_on = 'error'", "mtaudit.toml:1: unknown key “fail_on”; did you mean “fail-on”?"),
        ("zzzz = 1", "mtaudit.toml:1: unknown key “zzzz”; known are lang, profile, authority"),
        ("\nfail-on = 'loud'", 'mtaudit.toml:2: fail-on: expected one of "critical", "major"'),
        ("scope = ['feed']", 'mtaudit.toml:1: scope: expected one of "feed", "document", found ['),
        ("lang = 'English language'", "mtaudit.toml:1: lang: expected a language tag"),
        ("lang = 3", "mtaudit.toml:1: lang: expected a language tag"),
        ("profile = ''", 'mtaudit.toml:1: profile: expected a text in quotes, found ""'),
        ("profile = 'apx'", "mtaudit.toml:1: profile: unknown profile “apx”; did you mean “ap”?"),
        ("builtin-authority = 1", "builtin-authority: expected true or false, found 1"),
        ("jobs = -1", "jobs: expected a whole number of processes, or 0 for all cores, found -1"),
        ("jobs = true", "jobs: expected a whole number of processes, or 0 for all cores, found t"),
        ("select = 'NAM'", 'select: expected a list of texts such as ["…", "…"], found "NAM"'),
        ("select = ['']", "none of them empty"),
        ("select = ['NAM01']", "mtaudit.toml:1: select: unknown rule “NAM01”; did you mean “NAM0"),
        ("ignore = ['quite other']", "ignore: unknown rule “quite other”; `mtaudit rules` lists"),
        ("report = ['htm:x']", "report: unknown report format “htm”; did you mean “html”?"),
        ("report = ['html:']", "report: expected FORMAT or FORMAT:PATH"),
        ("report = ['html:x', 'json:x']", "report: two reports go to “x”; give each its own"),
        ("report = ['html', 'json:-']", "report: two reports go to standard output"),
        ("rules = 1", "mtaudit.toml:1: rules: expected a table"),
        ("[rules]\nNAM001 = 1", "mtaudit.toml:2: rules.NAM001: expected a table of options"),
        ("[rules.NAM009]\nx = 1", "mtaudit.toml:1: rules: unknown rule “NAM009”; did you mean"),
        ("[rules.NAM]\nx = 1", "rules.NAM: options belong to one rule, not a family"),
        ("[rules.NAM001]\n[rules.split-name]", "rules.split-name: NAM001 has two tables"),
        (
            "[rules.NAM001]\nrare_share = 1",
            "mtaudit.toml:2: rules.NAM001: unknown option “rare_share”; did you mean “rare-share”?",
        ),
        ("[rules.NAM002]\nx = 1", "rules.NAM002: unknown option “x”; NAM002 has no options"),
        ("[rules.NAM001]\nleast = 1.5", "rules.NAM001.least: expected a whole number, found 1.5"),
        ("[rules.NAM001]\nleast = true", "least: expected a whole number, found true"),
        ("[rules.NAM001]\nrare-share = 'x'", 'rare-share: expected a number, found "x"'),
        ("[rules.NAM001]\nmanner = 'x'", 'manner: expected one of "soft", "hard", found "x"'),
        ("[rules.NAM001]\nwords = 'x'", 'words: expected a list, found "x"'),
        ("[rules.NAM001]\nleast = -2", "rules.NAM001: least must not be negative"),
    ],
)
def test_a_fault_is_told_with_file_key_and_what_was_expected(
    tmp_path: Path, text: str, told: str
) -> None:
    assert told in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("jobs = 1\nlang = ", "mtaudit.toml:2:8: not valid TOML: "),
        ("jobs = 1\njobs = 2", "mtaudit.toml:2:9: not valid TOML: "),
        ('lang = "x', "mtaudit.toml:1:10: not valid TOML: "),
        ("a = " + "[" * 20_000, "mtaudit.toml"),
    ],
)
def test_a_fault_of_toml_is_told_with_line_and_column(tmp_path: Path, text: str, told: str) -> None:
    assert refused(tmp_path, text).startswith(told)


def test_a_key_that_stands_twice_is_told_without_a_guessed_line(tmp_path: Path) -> None:
    told = refused(tmp_path, "[rules.NAM001]\nleast = 1\n[rules.NAM002]\nleast = 1")
    assert told.startswith("mtaudit.toml: rules.NAM002: unknown option “least”")


def test_a_fault_of_the_command_line_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"--lang: expected a language tag"):
        loaded(tmp_path, lang="?")
    with pytest.raises(ConfigError, match=r"--select: unknown rule “NUM01”; did you mean “NUM001”"):
        loaded(tmp_path, select=("NUM01",))


def test_a_file_that_is_missing_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^gone\.toml: cannot be read: No such file"):
        loaded(tmp_path, tmp_path / "gone.toml")
    (tmp_path / "mtaudit.toml").write_bytes(b"lang = '\xff'")
    with pytest.raises(ConfigError, match=r"^mtaudit\.toml: byte 8 is not UTF-8"):
        loaded(tmp_path)


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    written(tmp_path, "tool.mtaudit = 3", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml: tool\.mtaudit: expected a table"):
        loaded(tmp_path)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("rare-share = 1", Options(rare_share=1.0)),
        ("loud = true", Options(loud=True)),
        ("manner = 'hard'", Options(manner=Manner.HARD)),
        ("words = ['a', 'b']", Options(words=("a", "b"))),
        ("label = 'x'", Options(label="x")),
    ],
)
def test_options_get_the_types_the_rule_declares(
    tmp_path: Path, table: str, expected: Options
) -> None:
    written(tmp_path, f"[rules.split-name]\n{table}")
    options: Mapping[str, Any] = loaded(tmp_path).rule_options
    assert options == {"NAM001": expected}


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "mtaudit.toml").write_bytes(b"\xef\xbb\xbfjobs = 2")
    assert loaded(tmp_path).jobs == 2


class TestFinder:
    @pytest.mark.parametrize(
        ("text", "request_"),
        [
            ("", FinderRequest("light")),
            ("mentions = 'spacy'", FinderRequest("spacy")),
            ("mentions = 'spacy:a_b,c'", FinderRequest("spacy", "a_b,c")),
        ],
    )
    def test_is_read(self, tmp_path: Path, text: str, request_: FinderRequest) -> None:
        written(tmp_path, text)
        assert loaded(tmp_path).mentions == request_

    def test_the_command_line_goes_before_the_file(self, tmp_path: Path) -> None:
        written(tmp_path, "mentions = 'spacy'")
        assert loaded(tmp_path, mentions="light").mentions == FinderRequest("light")

    def test_a_folder_counts_from_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "model").mkdir()
        (tmp_path / "below").mkdir()
        written(tmp_path, "mentions = 'spacy:model'")
        monkeypatch.chdir(tmp_path / "below")
        argument = loaded(tmp_path / "below").mentions.argument
        assert argument is not None
        assert Path(argument) == Path("..", "model")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                "mentions = 'spicy'",
                "mtaudit.toml:1: mentions: unknown finder of names “spicy”; did",
            ),
            ("mentions = 'spacy:'", "expected FINDER or FINDER:MODEL"),
            ("mentions = 3", "expected a text in quotes"),
        ],
    )
    def test_is_refused(self, tmp_path: Path, text: str, message: str) -> None:
        assert message in refused(tmp_path, text)
