"""The smaller commands and what all commands share."""

import json
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import jsonschema
import pytest

from audit.cli.exit_code import ExitCode
from audit.cli.main import Commands, cli
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind
from audit.model.rule import Bad, Good
from audit.report.rule_page import as_text
from tests.builders import rule
from tests.cli.running import invoke, process


@dataclass(frozen=True, slots=True)
class Options:
    """Settings."""

    least_count: int = 2
    """How many there must be."""

    words: tuple[str, ...] = ("a",)


SPLIT = replace(
    rule("NAM001", "split-name"),
    examples=(
        Bad("⟦Hassan⟧ came.\nHasan left.", "Hasan sat.", fixed="Hasan came."),
        Good("Hasan \u202eleft."),
    ),
    options=Options,
    languages=frozenset({"uk", "en"}),
    references=("A style guide, 2020",),
    default_on=False,
)
RULES = {
    "NAM001": SPLIT,
    "NAM002": rule("NAM002", "name-order"),
    "NUM001": rule("NUM001", "wrong-scale"),
}
ALL_COMMANDS = [
    *("check", "baseline", "fix", "apply", "watch", "serve", "lsp"),
    *("explain", "rules", "names", "glossary", "models", "score", "init", "schema"),
    "completion",
]


@pytest.fixture(autouse=True)
def _three_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("audit.detect.load", lambda: RULES)
    monkeypatch.chdir(tmp_path)


def test_help_reads_well_in_a_plain_terminal() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "  Exit codes:" in lines
    assert "    1  findings at or above --fail-on" in lines
    assert [line.split()[0] for line in lines[lines.index("Commands:") + 1 :]] == ALL_COMMANDS


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_command_has_help_below_80_columns(name: str) -> None:
    result = invoke(name, "-h")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_option_has_help(name: str) -> None:
    assert isinstance(cli, Commands)
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    options = [one for one in command.params if one.param_type_name == "option"]
    assert all(getattr(one, "help", None) for one in options)


def test_no_command_shows_the_help() -> None:
    result = invoke()
    assert result.exit_code == ExitCode.UNUSABLE
    assert "Commands:" in result.output


def test_version() -> None:
    assert invoke("--version").stdout == "mtaudit 0.1.0\n"


def test_an_unknown_command_is_told_with_the_nearest() -> None:
    result = invoke("chekc")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "unknown command “chekc”; did you mean “check”?" in result.stderr


@pytest.mark.parametrize("word", ["NAM001", "nam001", "split-name", "Split-Name"])
def test_explain_takes_id_or_name_in_any_case(word: str) -> None:
    assert invoke("explain", word).stdout.startswith("NAM001 split-name\n")


def test_explain_shows_the_whole_rule() -> None:
    assert invoke("explain", "NAM001").stdout == (
        "NAM001 split-name\n"
        "\n"
        "  A reader who meets two spellings must guess whether they are two people.\n"
        "\n"
        "  Class       error\n"
        "  Severity    major\n"
        "  MQM type    terminology/inconsistent-use-of-terminology\n"
        "  Languages   en, uk\n"
        "  Looks at    one segment\n"
        "  By default  off\n"
        "  Since       0.1\n"
        "\n"
        "Options\n"
        "  least-count = 2  (int)\n"
        "    How many there must be.\n"
        '  words = ["a"]  (tuple[str, ...])\n'
        "\n"
        "Reported\n"
        "  - ⟦Hassan⟧ came.\n"
        "    Hasan left.\n"
        "  - Hasan sat.\n"
        "    becomes: Hasan came.\n"
        "\n"
        "Not reported\n"
        "  - Hasan <U+202E>left.\n"
        "\n"
        "References\n"
        "  A style guide, 2020\n"
        "\n"
        "To switch it on: --select NAM001, or `select` in mtaudit.toml.\n"
    )


def test_explain_in_markdown() -> None:
    text = invoke("explain", "NAM001", "--format", "markdown").stdout
    assert text.startswith("## NAM001 split-name\n\nA reader")
    assert "| `least-count` | `int` | `2` | How many there must be. |" in text
    assert "```text\n  - ⟦Hassan⟧ came.\n" in text


def test_explain_in_json_gives_one_object_for_one_rule() -> None:
    value = json.loads(invoke("explain", "nam001", "--format", "json").stdout)
    assert (value["id"], value["languages"], value["default_on"]) == ("NAM001", ["en", "uk"], False)
    assert value["options"][0] == {
        "name": "least-count",
        "type": "int",
        "default": "2",
        "says": "How many there must be.",
    }
    assert value["examples"]["bad"][0]["fixed"] == "Hasan came."


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("--all",), ["NAM001", "NAM002", "NUM001"]),
        (("NAM",), ["NAM001", "NAM002"]),
        (("NUM001", "name-order"), ["NAM002", "NUM001"]),
    ],
)
def test_explain_takes_families_and_several(arguments: tuple[str, ...], ids: list[str]) -> None:
    values = json.loads(invoke("explain", *arguments, "--format", "json").stdout)
    assert [one["id"] for one in values] == ids


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("NAM01",), "unknown rule “NAM01”; did you mean “NAM001”?"),
        (("qqqq",), "unknown rule “qqqq”; `mtaudit rules` lists them"),
        ((), "give a RULE or --all"),
        (("NAM001", "--all"), "give a RULE or --all"),
    ],
)
def test_explain_tells_what_it_needs(arguments: tuple[str, ...], told: str) -> None:
    result = invoke("explain", *arguments)
    assert result.exit_code == ExitCode.UNUSABLE
    assert told in result.stderr


def test_rules_are_listed() -> None:
    lines = invoke("rules").stdout.splitlines()
    assert lines[0].split() == ["Id", "Name", "Class", "Severity", "Default", "Languages"]
    assert lines[1].split() == ["NAM001", "split-name", "error", "major", "off", "en,", "uk"]
    assert len(lines) == 4


def test_rules_in_markdown_and_json() -> None:
    markdown = invoke("rules", "--format", "markdown").stdout.splitlines()
    assert markdown[1] == "| --- | --- | --- | --- | --- | --- |"
    assert "| NAM002 | name-order | error | major | on | any |" in markdown
    values = json.loads(invoke("rules", "--format", "json").stdout)
    assert [one["id"] for one in values] == list(RULES)


def test_init_writes_two_files_that_are_valid() -> None:
    result = invoke("init", "new/place")
    assert result.exit_code == 0
    assert "Wrote new/place/mtaudit.toml\nWrote new/place/names.toml\n" in result.stdout
    config = tomllib.loads(Path("new/place/mtaudit.toml").read_text(encoding="utf-8"))
    assert config == {"authority": ["names.toml"]}
    tomllib.loads(Path("new/place/names.toml").read_text(encoding="utf-8"))


def test_init_overwrites_nothing_unless_forced() -> None:
    Path("names.toml").write_text("mine", encoding="utf-8")
    result = invoke("init")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "names.toml exists already; --force overwrites" in result.stderr
    assert not Path("mtaudit.toml").exists()
    assert invoke("init", "--force").exit_code == 0
    assert Path("names.toml").read_text(encoding="utf-8") != "mine"


def test_init_names_all_that_exists() -> None:
    assert invoke("init").exit_code == 0
    assert "mtaudit.toml and names.toml exist already" in invoke("init").stderr


def test_init_tells_where_it_cannot_write() -> None:
    Path("file").touch()
    result = invoke("init", "file/x")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "cannot write into file/x" in result.stderr


@pytest.mark.parametrize("which", [(), ("report",), ("config",)])
def test_schemas_are_printed(which: tuple[str, ...]) -> None:
    schema = json.loads(invoke("schema", *which).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:mtaudit:{which[0] if which else 'report'}:1"


KYIV = NameRecord(
    id="kyiv",
    kind=Kind.PLACE,
    canonical="Kyiv",
    forbidden=("Kiev",),
    except_phrases=("chicken Kiev",),
    source_forms=(("uk", "Київ"),),
    since="2019-08-14",
    note="The form of\x1b[31m the city itself",
    layer="names.toml",
)


@pytest.fixture
def _kyiv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.cli.names.load", lambda *_: Authority((KYIV,)))


@pytest.mark.usefixtures("_kyiv")
def test_names_tells_what_is_known_and_why() -> None:
    assert invoke("names", "kiev").stdout == (
        "kiev: wrong; write “Kyiv”\n"
        "  record     kyiv (place, en), from names.toml\n"
        "  forbidden  Kiev\n"
        "  source     Київ (uk)\n"
        "  except in  chicken Kiev\n"
        "  since      2019-08-14\n"
        "  note       The form of<U+001B>[31m the city itself\n"
    )


@pytest.mark.usefixtures("_kyiv")
@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("Kyiv", "Kyiv: the form to use\n"),
        ("Київ", "Київ: source form of “Kyiv”\n"),
        ("Lviv", "Lviv: no record knows this form\n"),
        ("a\x1b[31mb", "a<U+001B>[31mb: no record knows this form\n"),
    ],
)
def test_names_tells_the_part_a_form_plays(form: str, told: str) -> None:
    result = invoke("names", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(told)


def test_names_needs_a_form() -> None:
    result = invoke("names")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "Missing argument 'FORM...'" in result.stderr


def test_an_example_with_blank_lines_is_shown_plainly() -> None:
    example = Bad("One\n\n⟦Two⟧", fixed="One\n\nThree\n")
    lines = as_text(replace(rule(), examples=(example,))).splitlines()
    at = lines.index("Reported") + 1
    assert lines[at : at + 6] == [
        "  - One",
        "",
        "    ⟦Two⟧",
        "    becomes: One",
        "",
        "             Three",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    script = invoke("completion", shell).stdout
    assert "_MTAUDIT_COMPLETE" in script
    assert "mtaudit" in script


def test_the_script_of_bash_completes(tmp_path: Path) -> None:
    env = {"_MTAUDIT_COMPLETE": "bash_complete", "COMP_WORDS": "mtaudit ba", "COMP_CWORD": "1"}
    done = process(cwd=tmp_path, env=env)
    assert done.stdout.split() == [b"plain,baseline"]
