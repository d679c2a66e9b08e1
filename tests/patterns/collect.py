"""Every regular expression of the package, as it is compiled, and how it is asked.

Run as a program: imports all modules, looks at texts in all languages, compiles all phrases, and
prints one JSON object a pattern. A process of its own, since a pattern that was compiled before
nobody would see again.
"""

import ast
import gc
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, TypeGuard

HOME = Path(__file__).resolve().parents[2] / "audit"
ANCHORED = frozenset({"match", "fullmatch"})
"""Methods that look at one place only."""
_METHODS = ANCHORED | {"finditer", "findall", "search", "split", "sub", "subn"}

Found = dict[tuple[str, int], set[str]]
"""Where a pattern comes from, by the pattern and its flags."""


def main() -> None:
    """Print all patterns."""
    found: Found = {}
    real: Callable[..., Any] = re._compile  # type: ignore[attr-defined]

    def compile_(pattern: Any, flags: int = 0) -> Any:
        made = real(pattern, flags)
        if isinstance(pattern, str) and (where := _origin(sys._getframe(2))):
            found.setdefault((pattern, made.flags), set()).add(where)
        elif isinstance(pattern, bytes) and (where := _origin(sys._getframe(2))):
            key = (pattern.decode("latin-1"), made.flags)
            found.setdefault(key, set()).add(where)
        return made

    re._compile = compile_  # type: ignore[attr-defined]
    _use_everything()
    asked = _asked()
    for (pattern, flags), wheres in sorted(found.items()):
        methods = set().union(*(asked.get(_line(where), set(_METHODS)) for where in wheres))
        print(json.dumps([pattern, int(flags), sorted(wheres), sorted(methods)]))


def _origin(frame: FrameType | None) -> str | None:
    """`file:line` of the package that asked for a pattern."""
    name = frame.f_code.co_filename if frame else ""
    if frame is None or not name.startswith(str(HOME)):
        return None
    return f"{Path(name).relative_to(HOME).as_posix()}:{frame.f_lineno}"


def _line(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return file, int(line)


def _use_everything() -> None:
    import audit

    for module in pkgutil.walk_packages(audit.__path__, "audit."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    from audit import detect
    from audit.detect.phrasebook import Phrasebook
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS

    detect.load()
    for lang in range(14):
        for text in seeds("examine"):
            TARGETS["examine"](chr(42 + lang).encode() + text[1:])
    for name in TARGETS:
        for seed in seeds(name):
            TARGETS[name](seed)
    for book in [one for one in gc.get_objects() if isinstance(one, Phrasebook)]:
        for phrase in book._phrases:
            _ = phrase.pattern


def _asked() -> dict[tuple[str, int], set[str]]:
    """By which methods the patterns that are private constants of a module are asked.

    One that is handed on, in a table or a call, may be asked in any way.
    """
    found: dict[tuple[str, int], set[str]] = {}
    for path in sorted(HOME.rglob("*.py")):
        homes: dict[str, int] = {}
        methods: dict[str, set[str]] = {}
        used: set[ast.Name] = set()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and _compiles(node.value):
                homes |= {one.id: node.value.lineno for one in node.targets if _is_private(one)}
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.attr in _METHODS
            ):
                methods.setdefault(node.value.id, set()).add(node.attr)
                used.add(node.value)
            if isinstance(node, ast.Call) and _of_re(node.func):
                found[path.relative_to(HOME).as_posix(), node.lineno] = {_of_re(node.func)}
        names = {one for one in ast.walk(tree) if isinstance(one, ast.Name)}
        loose = {one.id for one in names - used if isinstance(one.ctx, ast.Load)}
        file = path.relative_to(HOME).as_posix()
        for name, line in homes.items():
            if name in methods and name not in loose:
                found[file, line] = methods[name]
    return found


def _of_re(node: ast.expr) -> str:
    """The function of `re` that is called with a pattern, if it is one."""
    if (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "re"
        and node.attr in _METHODS
    ):
        return node.attr
    return ""


def _is_private(node: ast.expr) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and node.id.startswith("_")


def _compiles(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "compile"
    )


if __name__ == "__main__":
    main()
