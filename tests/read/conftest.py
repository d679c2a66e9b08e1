"""Short ways to read bytes and files in tests."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from audit.model.report import Note
from audit.model.text import Document
from audit.read import read

ReadBytes = Callable[..., tuple[list[Document], list[Note]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def reading() -> ReadBytes:
    """Reads bytes (or text) as if they were a file of the given name."""

    def run(data: bytes | str, name: str, **options: Any) -> tuple[list[Document], list[Note]]:
        stream = BytesIO(data.encode() if isinstance(data, str) else data)
        found = list(read(["-"], stdin=stream, stdin_filename=name, **options))
        documents = [item for item in found if isinstance(item, Document)]
        return documents, [item for item in found if isinstance(item, Note)]

    return run
