"""Units of measure and currencies: what is comparable, and sizes."""

from functools import cache
from importlib.resources import files

from audit.tables import read_table

CURRENCY = 3
"""Letters of a currency code (ISO 4217)."""

DEGREES = ("celsius", "fahrenheit", "degree")
"""Scales of temperature; the last is either of the others."""


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    """What each unit measures, and its size in the base unit."""
    table = read_table(files(__package__).joinpath("units.toml"))
    return {unit: (name, size) for name, units in table.items() for unit, size in units.items()}


def dimension(unit: str) -> str:
    """What `unit` measures: length, duration…, currency, temperature; empty if nothing known."""
    if unit in DEGREES:
        return "temperature"
    if len(unit) == CURRENCY and unit.isupper():
        return "currency"
    return _sizes()[unit][0] if unit in _sizes() else ""


def in_base(value: float, unit: str) -> tuple[float, ...]:
    """`value` of `unit` in the base unit of its dimension, all that it may be; empty if unknown."""
    if unit in DEGREES:
        fahrenheit = (value - 32) / 1.8
        return {"celsius": (value,), "fahrenheit": (fahrenheit,)}.get(unit, (value, fahrenheit))
    return (value * _sizes()[unit][1],) if unit in _sizes() else ()
