"""A real editor's side of the protocol: a process is started and spoken with over its pipes."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

FIRST = "𝒦im news\n\nThe North Korean leader Kim Jong Un crossed into Primorye by train.\n"
SECOND = "𝒦 Nobody knew when Kim Jong-un would return to Pyongyang with the the train.\n"


class Editor:
    """One editor with one server, and what that has sent of each text."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.sent: dict[str, list[lsp.PublishDiagnosticsParams]] = {}
        self._news = asyncio.Event()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.sent.setdefault(params.uri, []).append(params)
            self._news.set()

    async def start(self, *options: str) -> None:
        await self.client.start_io(sys.executable, "-m", "audit", "lsp", *options)
        await self.client.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities())
        )

    async def next(self, uri: str, count: int) -> list[lsp.Diagnostic]:
        """What the server has sent of a text for the `count`th time."""
        while len(self.sent.get(uri, [])) < count:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 60)
        return list(self.sent[uri][count - 1].diagnostics)

    def open(self, uri: str, text: str) -> None:
        document = lsp.TextDocumentItem(uri, "plaintext", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]


def with_editor(story: Callable[[Editor], Awaitable[None]], *options: str) -> None:
    """Run a story with an editor that is started before and stopped after it.

    It runs in a thread of its own: where a browser was opened, this one has a loop that runs.
    """

    async def run() -> None:
        editor = Editor()
        await editor.start(*options)
        try:
            await story(editor)
        finally:
            await editor.stop()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()


def test_findings_appear_and_can_be_put_right(tmp_path: Path) -> None:
    uri = (tmp_path / "kim.txt").as_uri()

    async def story(editor: Editor) -> None:
        editor.open(uri, FIRST + SECOND)
        found = {one.code: one for one in await editor.next(uri, 1)}
        name = found["NAM001"]
        # The first letter of the line is a pair of UTF-16 units, in which editors count.
        start = "𝒦 Nobody knew when ".encode("utf-16-le")
        assert name.range.start == lsp.Position(3, len(start) // 2)
        assert name.range.end.character - name.range.start.character == len("Kim Jong-un")
        assert name.severity == lsp.DiagnosticSeverity.Error
        assert name.source == "mtaudit"
        assert "REP001" in found

        context = lsp.CodeActionContext(diagnostics=[name])
        asked = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), name.range, context)
        actions = await editor.client.text_document_code_action_async(asked)
        assert actions
        (action,) = actions
        assert isinstance(action, lsp.CodeAction)
        assert action.title == "Write “Kim Jong Un”"
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[uri]
        assert (edit.range, edit.new_text) == (name.range, "Kim Jong Un")

        change = lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
        document = lsp.VersionedTextDocumentIdentifier(2, uri)
        editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
        assert "NAM001" not in {one.code for one in await editor.next(uri, 2)}

        closed = lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        editor.client.text_document_did_close(closed)
        assert await editor.next(uri, 3) == []

    with_editor(story)


def test_the_configuration_of_the_text_holds_and_its_faults_are_told(tmp_path: Path) -> None:
    (tmp_path / "mtaudit.toml").write_text('ignore = ["NAM001"]\n', encoding="utf-8")
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "mtaudit.toml").write_text("ignor = []\n", encoding="utf-8")
    uri, other = (tmp_path / "kim.txt").as_uri(), (bad / "kim.txt").as_uri()

    async def story(editor: Editor) -> None:
        editor.open(uri, FIRST + SECOND)
        assert "NAM001" not in {one.code for one in await editor.next(uri, 1)}
        editor.open(other, FIRST + SECOND)
        (fault,) = await editor.next(other, 1)
        assert "ignor" in fault.message

    with_editor(story)


@pytest.mark.parametrize("content", ['{"id": "a", "text": "Kim', "[1]"])
def test_what_cannot_be_read_is_told_at_its_line(tmp_path: Path, content: str) -> None:
    uri = (tmp_path / "feed.jsonl").as_uri()

    async def story(editor: Editor) -> None:
        editor.open(uri, content)
        (fault,) = await editor.next(uri, 1)
        assert fault.severity == lsp.DiagnosticSeverity.Error
        assert fault.range.start == lsp.Position(0, 0)

    with_editor(story, "--isolated")
