"""Which rules are in force under a configuration."""

from collections.abc import Iterable, Mapping

from audit import detect
from audit.config.rules import family, resolve
from audit.config.schema import Config
from audit.model.rule import Rule


def rules_in_force(config: Config) -> Mapping[str, Rule]:
    """The rules that `config` selects, by id.

    `select` and `ignore` hold ids ("NAM001"), families ("NAM") or names. Without `select`, all
    rules run that are on by default, and those that the style profile asks for. Raises
    `ConfigError` for a word that matches no rule.
    """
    rules = detect.load()
    if config.select:
        chosen = _meant(config.select, rules)
    else:
        chosen = {id_ for id_, rule in rules.items() if rule.is_usual(config.profile)}
    chosen -= _meant(config.ignore, rules)
    return {id_: rule for id_, rule in rules.items() if id_ in chosen}


def _meant(words: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    """The ids of all rules that `words` mean."""
    meant = {resolve(word, rules) for word in words}
    return {id_ for id_ in rules if id_ in meant or family(id_) in meant}
