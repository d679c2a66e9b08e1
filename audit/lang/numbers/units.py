"""Units of measure and currencies: what is comparable, and sizes."""

import tomllib
from functools import cache
from importlib.resources import files

CURRENCY = 3
"""Letters of a currency code (ISO 4217)."""

DEGREES = ("celsius", "fahrenheit")


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    """What each unit measures, and its size in the base unit."""
    table = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    return {unit: (name, size) for name, units in table.items() for unit, size in units.items()}


def dimension(unit: str) -> str:
    """What `unit` measures: length, duration…, currency, temperature; empty if nothing known."""
    if unit in DEGREES:
        return "temperature"
    if len(unit) == CURRENCY and unit.isupper():
        return "currency"
    return _sizes()[unit][0] if unit in _sizes() else ""


def in_base(value: float, unit: str) -> float | None:
    """`value` of `unit` in the base unit of its dimension; None where there is no conversion."""
    if unit == "celsius":
        return value
    if unit == "fahrenheit":
        return (value - 32) / 1.8
    return value * _sizes()[unit][1] if unit in _sizes() else None
