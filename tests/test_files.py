"""A file is replaced whole or not at all."""

from pathlib import Path

import pytest

from audit.files import ChangedError, save


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    link = tmp_path / "b.txt"
    link.symlink_to("a.txt")
    save(link, b"old", b"new")
    assert link.is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"other")
    with pytest.raises(ChangedError, match="changed since it was read"):
        save(path, b"old", b"new")
    assert path.read_bytes() == b"other"
    assert list(tmp_path.iterdir()) == [path]
