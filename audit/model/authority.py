"""What is known of names beforehand: the records of a names authority."""

from dataclasses import dataclass

from audit.model.names import Kind


@dataclass(frozen=True, slots=True)
class NameRecord:
    """One person, place or organisation of a names file, for one target language.

    `canonical` is the form to use; `short` what may stand for it on second mention (a surname);
    `allowed` forms are accepted as they are; `other` are known forms of the same thing that are
    not the canonical one (another romanization, another style); `former` are names it bore in the
    past, right where the past is spoken of and never a departure; `forbidden` are wrong wherever
    they stand. A form in `near_only` is also the name of something else ("Hasan")
    and counts only where one of the words in `near` stands in the same document. `except_phrases`
    hold the form rightly ("chicken Kiev"); `except_in_quotes` leaves quoted speech alone.
    `source_forms` are the name in its own languages: (language tag, form).
    `since` is the ISO date from which `canonical` is in force; `note` and `reference` say why and
    on whose word. `layer` names the file the record came from.
    """

    id: str
    kind: Kind
    canonical: str
    lang: str = "en"
    short: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    near_only: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    except_phrases: tuple[str, ...] = ()
    except_in_quotes: bool = False
    source_forms: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    since: str | None = None
    note: str | None = None
    reference: str | None = None
    layer: str = "built-in"


@dataclass(frozen=True, slots=True)
class Authority:
    """The records in force, strongest layer first: publisher, style profile, built-in.

    `digest` identifies the content; it goes into the report's signature. A profile changes the
    canonical form of built-in records, and its records carry `layer="profile:NAME"`.
    """

    records: tuple[NameRecord, ...] = ()
    digest: str = "none"
    profile: str = "none"

    def __hash__(self) -> int:
        """Hash by content digest, so that what is built from an authority can be kept by it."""
        return hash(self.digest)
