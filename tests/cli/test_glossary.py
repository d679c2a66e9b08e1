"""`mtaudit glossary`: shows, imports and exports, and says what was lost."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.authority import load as load_names
from audit.cli.main import cli
from audit.glossary import load

GLOSSARY = """
[[concept]]
id = "drone"
terms = { en = ["drone", "UAV"], ru = "беспилотник" }
forbidden = { en = ["pilotless plane"] }
reference = "House style"

[[concept]]
id = "starlink"
keep = ["Starlink"]
"""


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary file in a folder of its own, in which commands run."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "glossary.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", *arguments], catch_exceptions=False)


def test_a_term_is_explained_in_any_form(glossary: Path) -> None:
    done = run("explain", "pilotless planes", "ship", "--isolated", "--glossary", "glossary.toml")
    assert done.exit_code == 0
    assert "pilotless planes: forbidden term “pilotless plane”" in done.stdout
    assert "drone, UAV (admitted), pilotless plane (forbidden)" in done.stdout
    assert "ship: no concept has this term in this language" in done.stdout


def test_the_configuration_names_glossaries(glossary: Path) -> None:
    Path("mtaudit.toml").write_text('glossary = ["glossary.toml"]\n', encoding="utf-8")
    assert "drones: preferred term “drone”" in run("explain", "drones").stdout


def test_what_is_lost_is_said_on_standard_error(glossary: Path) -> None:
    languages = ("--source-lang", "ru", "--target-lang", "en")
    done = run(
        "export", "--format", "deepl", *languages, "--isolated", "--glossary", "glossary.toml"
    )
    assert done.stdout == "беспилотник,drone,ru,en\nStarlink,Starlink,ru,en\n"
    assert done.stderr == ("lost: admitted terms 1, forbidden terms 1, reference 1, translate 1\n")


def test_a_glossary_goes_out_and_comes_back(glossary: Path) -> None:
    given = ("--isolated", "--glossary", "glossary.toml")
    for form, name in (("tbx", "g.tbx"), ("tbx-dct", "d.tbx"), ("csv", "g.csv")):
        assert run("export", "--format", form, "-o", name, *given).exit_code == 0
        done = run("import", name, "-o", "back.toml")
        assert done.stderr == "Wrote back.toml\n"
        again = [(one.id, one.terms) for one in load([Path("back.toml")]).concepts]
        assert again == [(one.id, one.terms) for one in load([glossary]).concepts]


def test_a_vocabulary_is_a_folder(glossary: Path) -> None:
    given = ("--isolated", "--glossary", "glossary.toml", "--target-lang", "en")
    assert run("export", "--format", "vale", "-o", "vocab", *given).exit_code == 0
    assert Path("vocab/reject.txt").read_text(encoding="utf-8") == "(?i)pilotless plane\n"
    done = CliRunner().invoke(cli, ["glossary", "export", "--format", "vale", *given])
    assert done.exit_code == 2
    assert "give --output DIR" in done.stderr


def test_names_go_out_as_terms_and_come_back_as_names(glossary: Path) -> None:
    Path("names.toml").write_text(
        '[[name]]\nid = "kyiv"\nkind = "place"\ncanonical = "Kyiv"\nother = ["Kiev"]\n'
        'source = { uk = ["Київ"] }\n',
        encoding="utf-8",
    )
    given = ("--isolated", "--names", "names.toml", "--own")
    assert run("export", "--what", "names", "--format", "tbx", "-o", "n.tbx", *given).stderr == (
        "Wrote n.tbx\n"
    )
    done = run("import", "n.tbx", "--as", "names", "--target-lang", "en", "-o", "back.toml")
    assert done.exit_code == 0
    (record,) = load_names([Path("back.toml")], builtin=False).records
    assert (record.id, record.canonical, record.other) == ("kyiv", "Kyiv", ("Kiev",))
    assert record.source_forms == (("uk", "Київ"),)


def test_the_template_loads(glossary: Path) -> None:
    Path("new.toml").write_text(run("template").stdout, encoding="utf-8")
    assert load([Path("new.toml")]).concepts == ()


def test_a_bad_file_is_a_usage_error(glossary: Path) -> None:
    Path("x.tbx").write_text("<html/>", encoding="utf-8")
    done = CliRunner().invoke(cli, ["glossary", "import", "x.tbx"])
    assert done.exit_code == 2
    assert "x.tbx: expected <tbx>, found <html>" in done.stderr
