"""Who stands behind a transcript's labels: label to person, once for a text. Which labels there are is given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from quotecheck.model import Text
from quotecheck.speech.headings import SHARED_NAMES
from quotecheck.speech.labels import Label, Style
from quotecheck.speech.mentions import find_people
from quotecheck.speech.names import NameKind, bare_name, read_name

_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|The|Hon|Rev|Sen|Senator|Rep|Representative|Gov|Governor"
    r"|Judge|Justice"
    r"|Chief Justice|President|Vice President|Secretary|Minister|General|Gen|Col|Colonel|Capt|Captain"
    r"|Chairman|Chairwoman|Chair"
    r"|El|La|señor|señora|don|doña|Herr|Frau|Monsieur|Madame|Mme|M)\b\.?\s+)+",
    re.I,
)
_MOST_NAMESAKES = 24  # labels of one last name that a label is compared with
_SUFFIX = re.compile(r"(?i),?\s{1,20}(?:jr|sr|esq|ii|iii|iv|m\.?d|ph\.?d)\.?$")
_SWORN = re.compile(
    r"(?m)^[ \t\d]*(?P<name>[A-Z][A-Z.'’ -]{3,50}),(?:\s+\d+)?\s+"
    r"(?:(?:the|a|called as a)\s+(?:\w+\s+){0,3}witness|(?:having been|being|was)\s+(?:first\s+)?duly\s+sworn)"
)
_EXAMINER = re.compile(
    r"(?m)^[ \t\d]*BY\s+(?P<name>(?:MR|MS|MRS|MISS|DR)\.?\s+[A-Z][A-Z'’-]+(?:\s+[A-Z][A-Z'’-]+)?)[ \t]*+:?+[ \t]*+$"
)


@attrs.frozen
class Cast:
    """The people of a transcript.

    Attributes:
        speakers: For each label, in order, the speaker's fullest name, and whether the label is shared.
    """

    speakers: tuple[tuple[str | None, bool], ...]

    @classmethod
    def of(cls, text: Text, labels: Sequence[Label]) -> Cast:
        """Works out who speaks at each label of ``text``."""
        named = _Names.of(text, labels)
        examiners = [(match.start(), match["name"]) for match in _EXAMINER.finditer(text.content)]
        witnesses = [(match.start(), match["name"].strip()) for match in _SWORN.finditer(text.content)]
        speakers: list[tuple[str | None, bool]] = []
        asks = answers = 0
        for label in labels:
            while asks < len(examiners) and examiners[asks][0] <= label.line:
                asks += 1
            while answers < len(witnesses) and witnesses[answers][0] <= label.line:
                answers += 1
            examiner = examiners[asks - 1][1] if asks else None
            witness = witnesses[answers - 1][1] if answers else None
            speakers.append(named.speaker(label, examiner, witness))
        return cls(tuple(speakers))

    def speaker(self, index: int) -> tuple[str | None, bool]:
        """The speaker at one label, and whether that label stands for no one person."""
        return self.speakers[index]


@attrs.frozen
class _Names:
    given: Mapping[str, str]
    full: Mapping[str, str]
    sole: str | None

    @classmethod
    def of(cls, text: Text, labels: Sequence[Label]) -> _Names:
        given = {_folded(label): name for label, name in text.labels.items()}
        given.update({key: name for key, name in _listed(text.content, labels).items() if key not in given})
        full = _fullest(labels, _persons(text.content))
        full.update(_introduced(text, labels, full))
        return cls(given, full, text.speaker)

    def speaker(self, label: Label, examiner: str | None, witness: str | None) -> tuple[str | None, bool]:
        key = label.key
        if key in self.given:
            return self.given[key], False
        if label.style is Style.CHEVRON:
            return None, True
        if label.style is Style.QUESTION_ANSWER:
            if key == "q":
                return self._of(examiner) or "Q", examiner is None
            return self._of(witness) or self.sole, False
        return self._of(label.name), is_shared(label.name)

    def _of(self, name: str | None) -> str | None:
        if name is None:
            return None
        key = _folded(name)
        return self.given.get(key) or self.full.get(key) or name


def is_shared(name: str) -> bool:
    """True if a label stands for no one person: OTHERS, ALL, Q, "BRUTUS and CASSIUS"."""
    folded = _folded(name)
    if folded in SHARED_NAMES or folded.startswith(("unidentified", "several ", "various ", "some ", "unknown")):
        return True
    words = folded.split()
    return any(word in ("and", "&", "und", "y", "et") for word in words[1:-1]) and "of" not in words


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".:")


def _core(name: str) -> list[str]:
    """A label's name words, without title and suffix."""
    bare = _SUFFIX.sub("", _TITLES.sub("", name))
    return [word.strip(".,") for word in bare.casefold().split() if word.strip(".,")]


def _fullest(labels: Sequence[Label], listed: Sequence[str]) -> dict[str, str]:
    """For each label, the one fuller name that it is short for; the label itself where there is none or are several.

    A fuller label counts if it introduces the speaker: it comes before the short one, and hardly again. A label that
    goes on beside the short one ("BRUTUS", "DECIUS BRUTUS") is somebody else.
    """
    names = {label.key: label.name for label in reversed(labels) if not is_shared(label.name)}
    at: dict[str, list[int]] = defaultdict(list)
    for label in labels:
        at[label.key].append(label.line)
    cores = {key: _core(name) for key, name in names.items()}
    fuller = _by_word(cores)
    full = dict(names)
    for key, core in cores.items():
        namesakes = fuller.get(core[-1], ())[:_MOST_NAMESAKES] if core else ()
        others = [other for other in namesakes if _short_for(core, cores[other])]
        others = [other for other in others if _introduces(at[other], at[key])]
        if len({tuple(cores[other]) for other in others}) == 1:
            full[key] = names[others[0]]
    full.update(_from_list(full, listed))
    return full


def _by_word(cores: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Names of several words, by their first and by their last."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, core in cores.items():
        if len(core) > 1 and not {"the", "of"} & set(core):
            for word in dict.fromkeys((core[-1], core[0])):
                found[word].append(key)
    return found


def _introduces(fuller: Sequence[int], short: Sequence[int]) -> bool:
    again = len(fuller) - bisect_left(fuller, short[0])
    return fuller[0] < short[0] and again <= max(1, len(short) // 10)


def _from_list(full: Mapping[str, str], listed: Sequence[str]) -> dict[str, str]:
    """Labels tied to the one name of the list of persons that no other label takes."""
    cores = {name: tuple(_core(name)) for name in listed}
    written = {words: name for name, words in reversed(cores.items())}
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for words in written:
        if len(words) > 1:
            by_word[words[0]].add(words)
            by_word[words[-1]].add(words)
    found: dict[str, str] = {}
    taken = {tuple(_core(name)) for name in full.values()}
    for _ in range(3):  # a name taken in one round can leave one choice for another label in the next
        for key, name in full.items():
            core = _core(name)
            if key in found or len(core) != 1 or tuple(core) in written:
                continue
            fits = by_word.get(core[0], set()) - taken
            if len(fits) == 1:
                words = fits.pop()
                taken.add(words)
                found[key] = written[words]
    return found


def _introduced(text: Text, labels: Sequence[Label], full: Mapping[str, str]) -> dict[str, str]:
    """Labels by last name alone, tied to the one full name of the title or of the words before the first label."""
    head = f"{text.title or ''}\n\n{text.content[: labels[0].line][:20_000]}"
    by_last: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for mention in find_people(head):
        name = read_name(mention.name)
        if name.kind is NameKind.PERSON and len(name.words) > 1:
            by_last[name.words[-1]].setdefault(name.words, bare_name(mention.name, name))
    found: dict[str, str] = {}
    for key, written in full.items():
        label = read_name(written)
        names = by_last.get(label.words[0], {}) if len(label.words) == 1 and label.kind is NameKind.PERSON else {}
        if len(names) == 1:
            found[key] = next(iter(names.values()))
    return found


def _short_for(core: Sequence[str], fuller: Sequence[str]) -> bool:
    """ "brook", "a brook", "ada" for "ada brook"; "ada brook" for "ada m brook"."""
    if len(core) == len(fuller):
        return _initials_fit(core, fuller)
    if not core or len(core) > len(fuller):
        return False
    if len(core) == 1:
        return core[0] in (fuller[0], fuller[-1])
    return core[-1] == fuller[-1] and (core[0] == fuller[0] or _initials_fit(core[:1], fuller[:1]))


def _initials_fit(core: Sequence[str], fuller: Sequence[str]) -> bool:
    return core != fuller and all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(core, fuller, strict=True)
    )


_PERSONS = re.compile(
    r"(?im)^[ \t*_#]*(?:dramatis person|cast\b"
    r"|persons (?:of the|represented)|the persons|characters|personen|personajes|personnages)[^\n]{0,40}$"
)
_PLAY_BEGINS = re.compile(r"(?im)^[ \t*_#]*(?:act|scene|prologue|induction|akt|acte|acto|erster|premier)\b[^\n]{0,80}$")
_PERSON = re.compile(
    r"(?m)^[ \t]*(?P<name>(?:[A-Z]\.|[A-Z][A-Z.'’]+)(?:[ ](?:[A-Z]\.|[A-Z][A-Z.'’]+)){0,3})"
    r"(?=[ \t]*(?:$|[,.;]|[A-Z]?[a-z]))"
)


def play_begins(content: str) -> int:
    """Where a play begins after its list of persons; 0 if it has none. Names in the list are no labels."""
    persons = _PERSONS.search(content, 0, 20_000)
    begins = _PLAY_BEGINS.search(content, persons.end(), persons.end() + 20_000) if persons else None
    return begins.start() if begins else 0


def _persons(content: str) -> list[str]:
    """The names in a play's list of persons that are set in capitals."""
    end = play_begins(content)
    return list(dict.fromkeys(match["name"].strip() for match in _PERSON.finditer(content, 0, end)))


_CAST_LINE = re.compile(
    r"(?m)^[ \t]*+(?P<label>[A-Z][A-Z0-9.]{0,9})(?:[ \t]{0,40}[=–—:-][ \t]{0,40}|[ \t]{2,60}|\t)"
    r"(?:[^\n\t]{0,60}?(?:[ ]{2,60}|\t{1,20}|,[ \t]{1,20}))?"
    r"(?P<name>(?:[A-Z][\w.'’-]{0,40}[ \t]{1,20}){1,4}[A-Z][\w'’-]{1,40}(?:,? (?:Jr|Sr|II|III)\.?)?)[ \t]*+$"
)


def _listed(content: str, labels: Sequence[Label]) -> dict[str, str]:
    """Labels that a list at the head of the text ties to names: "CDR    Commander    James A. Lovell, Jr."."""
    wanted = {label.key for label in labels}
    head = content[: labels[0].line] if labels else ""
    found = {_folded(match["label"]): match["name"] for match in _CAST_LINE.finditer(head[:20_000])}
    return {key: name for key, name in found.items() if key in wanted}
