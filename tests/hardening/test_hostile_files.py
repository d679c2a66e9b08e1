"""Hostile files in one folder: each is told by its name, all others are audited, within bounds.

The sizes are small; `python -m tests.hardening.measure --size N` tries larger ones, one by one.
"""

from io import BytesIO
from pathlib import Path

import pytest

from audit.model.report import Note, NoteLevel
from audit.read import read
from tests.hardening.measure import ARTICLE, GOOD, Bounds, broken, check
from tests.hostile_files import ATTACKS, MIB

SIZE = 20_000


def test_a_folder_of_attacks(tmp_path: Path) -> None:
    (tmp_path / GOOD).write_text(ARTICLE, encoding="utf-8")
    for attack in ATTACKS.values():
        (tmp_path / attack.name).write_bytes(attack.make(SIZE))
    told = {attack.name: attack.told for attack in ATTACKS.values()}
    assert len(told) == len(ATTACKS)
    found = check(tmp_path, [*told, GOOD], Bounds(seconds=90, memory=4096 * MIB))
    assert broken(found, told) == [], found.said[-2000:]
    assert "Traceback" not in found.said
    assert found.megabytes < 1500


@pytest.mark.parametrize("what", [what for what, one in ATTACKS.items() if one.told])
def test_what_is_told_names_file_and_ground(what: str) -> None:
    attack = ATTACKS[what]
    data = attack.make(SIZE)
    found = list(read(["-"], stdin=BytesIO(data), stdin_filename=attack.name))
    errors = [one for one in found if isinstance(one, Note) and one.level is NoteLevel.ERROR]
    assert attack.told in {note.code for note in errors}
    assert all(note.path == attack.name and len(note.message) > 20 for note in errors)
    assert "root:" not in "".join(note.message for note in errors)
