"""The content of a source, target or segment element: text, and inline tags that are none.

XLIFF 1.2 (2.3 Inline Elements), XLIFF 2 (4.2.3 Inline Elements) and TMX 1.4b (Content Markup) share
their kinds of tags, if not all names: those that hold code, those that stand around text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.read.joined import Gathered
from audit.read.xml_events import Event, EventKind

_CODES = frozenset(
    {"bpt", "bx", "cp", "ec", "em", "ept", "ex", "it", "ph", "sc", "sm", "ut", "x"},
)
"""Elements that hold native code or nothing; any other inline element stands around text."""


@dataclass(slots=True)
class Content:
    """What one element holds: its whole text, and its segments by id where it marks any.

    `loose` says that text stands outside the segments; `end` is where the element ends.
    """

    whole: Gathered
    segments: dict[str, Gathered] = field(default_factory=dict)
    loose: bool = False
    end: int = 0


def content_of(stream: Iterator[Event], opened: Event, file: str) -> Content:
    """Take the content of the element that `opened` from the stream, up to its end tag.

    Segments are the `<mrk mtype="seg" mid="…">` of XLIFF 1.2, which are no tags of the text.
    """
    content = Content(Gathered(opened.end))
    open_elements: list[str | None] = []  # the id of a segment, or None
    segment: Gathered | None = None
    for event in stream:
        if event.kind is EventKind.TEXT:
            text = event.text
            content.whole.add(text, event.start, event.end)
            if segment is not None:
                segment.add(text, event.start, event.end)
            elif not text.isspace():
                content.loose = True
        elif event.kind is EventKind.START and event.name in _CODES:
            end = _skip(stream, event)
            _tag(content, segment, file[event.start : end])
        elif event.kind is EventKind.START:
            name = _segment_name(event)
            open_elements.append(name)
            if name is not None:
                segment = content.segments[name] = Gathered(event.end)
            else:
                _tag(content, segment, file[event.start : event.end])
        elif event.kind is EventKind.END:
            if not open_elements:
                content.end = event.end
                break
            if open_elements.pop() is not None:
                segment = None
            elif event.end > event.start:
                _tag(content, segment, file[event.start : event.end])
    return content


def _skip(stream: Iterator[Event], opened: Event) -> int:
    """Pass over an element with all that it holds; where it ends."""
    depth, end = 1, opened.end
    for event in stream:
        end = event.end
        depth += (event.kind is EventKind.START) - (event.kind is EventKind.END)
        if not depth:
            break
    return end


def _segment_name(event: Event) -> str | None:
    if event.name == "mrk" and event.attributes.get("mtype") == "seg":
        return event.attributes.get("mid", "")
    return None


def _tag(content: Content, segment: Gathered | None, text: str) -> None:
    content.whole.tag(text)
    if segment is not None:
        segment.tag(text)
