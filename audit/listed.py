"""Sequences that make what they hold when it is asked for."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Value_co = TypeVar("Value_co", covariant=True)


class Listed(Sequence[Value_co]):
    """A sequence by what stands `at` each number from 0 on; a slice of it is a list."""

    @abstractmethod
    def at(self, number: int) -> Value_co:
        """What stands at a number, which is there."""

    @overload
    def __getitem__(self, at: int) -> Value_co: ...
    @overload
    def __getitem__(self, at: slice) -> list[Value_co]: ...
    def __getitem__(self, at: int | slice) -> Value_co | list[Value_co]:
        if isinstance(at, slice):
            return [self.at(number) for number in range(*at.indices(len(self)))]
        return self.at(range(len(self))[at])
