"""Which rules are in force under a configuration."""

import difflib
from collections.abc import Mapping

from audit import detect
from audit.config.schema import Config
from audit.errors import ConfigError
from audit.model.rule import Rule


def rules_in_force(config: Config) -> Mapping[str, Rule]:
    """The rules that `config` selects, by id.

    `select` and `ignore` hold ids ("NAM001"), families ("NAM") or names. Without `select`, all
    rules run that are on by default. Raises `ConfigError` for a word that matches no rule.
    """
    rules = detect.load()
    if config.select:
        chosen = {id_ for word in config.select for id_ in _matching(word, rules)}
    else:
        chosen = {id_ for id_, rule in rules.items() if rule.default_on}
    chosen -= {id_ for word in config.ignore for id_ in _matching(word, rules)}
    return {id_: rule for id_, rule in rules.items() if id_ in chosen}


def _matching(word: str, rules: Mapping[str, Rule]) -> list[str]:
    wanted = word.strip().casefold()
    found = [
        id_
        for id_, rule in rules.items()
        if wanted in (id_.casefold(), rule.name, id_.rstrip("0123456789").casefold())
    ]
    if not found:
        known = [*rules, *(rule.name for rule in rules.values())]
        near = difflib.get_close_matches(word.upper(), known) or difflib.get_close_matches(
            wanted, known
        )
        hint = f"; did you mean {near[0]}?" if near else "; `mtaudit rules` lists them"
        raise ConfigError(f"no rule, rule name or family is called “{word}”{hint}")
    return found
