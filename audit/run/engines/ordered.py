"""Work that is handed out ahead, but never far, and taken back in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Ticket = TypeVar("Ticket")
Result = TypeVar("Result")


def in_order(
    items: Iterable[Item],
    submit: Callable[[Item], Ticket],
    take: Callable[[Ticket], Result],
    ahead: int,
) -> Iterator[Result]:
    """The results of `items` in their order, of which `ahead` at most are out at a time.

    `submit` hands an item out and gives a ticket, `take` waits for the result of a ticket.
    """
    out = deque[Ticket]()
    for item in items:
        out.append(submit(item))
        if len(out) >= ahead:
            yield take(out.popleft())
    while out:
        yield take(out.popleft())
