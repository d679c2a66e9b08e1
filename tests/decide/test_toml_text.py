"""Changes in the text of a TOML file: the value changes, every other character stays."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decide.toml_text import TomlText
from audit.errors import ConfigError

FILE = '''\
# Our names. Ask Ann before changing.
[defaults]   # for all
lang = "en"

[[name]]  # the capital
id = "kyiv"
canonical = "Kyiv"   # since 2019
other = [
  "Kiev",  # until then
  "Kyjiv"  # on maps
]

# Korea goes by pattern.
[[pattern]]
id = "korean"
country = "KP"
form = "hyphen-lower"

# A harbour.
[[ "name" ]]
id = 'odesa'
canonical = """Odesa"""
note = """
[[name]]
# no comment"""
other = ["Odessa", 'Odes',]
[name.source]
uk = ["Одеса"]

# the end
'''


def text() -> TomlText:
    return TomlText(FILE, "name", "names.toml")


def names(made: TomlText) -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads(made.text)["name"]
    return found


def test_nothing_changes_where_nothing_is_changed() -> None:
    assert text().text == FILE
    windows = FILE.replace("\n", "\r\n")
    assert TomlText(windows, "name", "names.toml").text == windows


def test_a_text_is_replaced_and_its_comment_stays() -> None:
    made = text()
    made.set_text(0, "canonical", 'Ky"iv')
    made.set_text(1, "canonical", "Odessa")
    assert made.text == FILE.replace('"Kyiv"   # since', '"Ky\\"iv"   # since').replace(
        '"""Odesa"""', '"Odessa"'
    )


def test_a_new_key_stands_below_the_last_of_its_own_table() -> None:
    made = text()
    made.set_text(0, "note", "why")
    made.set_texts(1, "allowed", ["Odesa port"])
    assert made.text == FILE.replace("# on maps\n]\n", '# on maps\n]\nnote = "why"\n').replace(
        "'Odes',]\n", "'Odes',]\nallowed = [\"Odesa port\"]\n"
    )


def test_a_list_keeps_its_layout_and_comments() -> None:
    made = text()
    made.set_texts(0, "other", ["Kyjiv", "Kief"])
    assert made.text == FILE.replace(
        '  "Kiev",  # until then\n  "Kyjiv"  # on maps\n', '  "Kyjiv",  # on maps\n  "Kief"\n'
    )
    made = text()
    made.set_texts(1, "other", ["Odes", "Hadžibej"])
    assert made.text == FILE.replace("""["Odessa", 'Odes',]""", """['Odes', "Hadžibej",]""")


def test_an_entry_is_added_at_the_end() -> None:
    made = text()
    made.add([("id", "lviv"), ("canonical", "Lviv"), ("other", ["Lvov"])])
    assert made.text == FILE + '\n[[name]]\nid = "lviv"\ncanonical = "Lviv"\nother = ["Lvov"]\n'
    made.set_texts(2, "other", [])
    assert names(made)[2]["other"] == []
    first = TomlText("", "name", "names.toml")
    first.add([("id", "lviv")])
    assert first.text == '[[name]]\nid = "lviv"\n'


@pytest.mark.parametrize("content", ['name = [{id = "a"}]', 'name = [\n  {id = "a"},\n]\n'])
def test_entries_in_one_list_are_refused(content: str) -> None:
    with pytest.raises(ConfigError, match=r"below a line \[\[name\]\] of its own"):
        TomlText(content, "name", "names.toml")


FORM = st.text(
    st.one_of(st.sampled_from("ab\"'\\#,[]= "), st.characters(codec="utf-8", categories=["L"])),
    max_size=6,
)
FORMS = st.lists(FORM, unique=True, max_size=5)


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A list of texts as people write it: in one line or in many, with comments."""
    forms = draw(FORMS)
    quoted = ['"' + one.replace("\\", "\\\\").replace('"', '\\"') + '"' for one in forms]
    if draw(st.booleans()):
        end = draw(st.sampled_from(["", ",", " , "])) if forms else ""
        return "[" + draw(st.sampled_from([", ", ","])).join(quoted) + end + "]", forms
    lines = []
    for number, one in enumerate(quoted):
        comma = "," if number < len(quoted) - 1 or draw(st.booleans()) else ""
        note = draw(st.sampled_from(["", "  # why", ' # ] " ,']))
        above = draw(st.sampled_from(["", "  # above\n"]))
        lines.append(f"{above}  {one}{comma}{note}\n")
    return "[\n" + "".join(lines) + "]", forms


@given(lists(), FORMS, st.sampled_from(["", "  # c"]))
def test_a_list_becomes_what_was_asked_for(
    written: tuple[str, list[str]], wanted: list[str], comment: str
) -> None:
    content, held = written
    before, after = "# head\n[[name]]\nid = 'a'\n", "\n\n# next\n[[name]]\nid = 'b'\n"
    made = TomlText(f"{before}other = {content}{comment}{after}", "name", "n.toml")
    made.set_texts(0, "other", wanted)
    assert made.text.startswith(before)
    assert made.text.endswith(comment + after)
    kept = [one for one in held if one in wanted]
    new = [one for one in wanted if one not in held]
    assert names(made)[0]["other"] == kept + new
    once = made.text
    made.set_texts(0, "other", wanted)
    assert made.text == once


@given(lists(), FORM)
def test_adding_a_form_loses_no_comment(written: tuple[str, list[str]], form: str) -> None:
    content, held = written
    made = TomlText(f"[[name]]\nother = {content}\n", "name", "n.toml")
    made.set_texts(0, "other", [*held, form])
    assert made.text.count("# why") == content.count("# why")
    assert made.text.count("# above") == content.count("# above")
