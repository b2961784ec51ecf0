"""Checks the lexicon: `python -m isnad.lexicon.lint` prints what is wrong and exits with status 1.

A check is a function without arguments that returns one sentence a problem. Tables with rules of their own add
theirs to `CHECKS`; what every YAML file must keep is checked for all of them by `script_problems`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from isnad.errors import LexiconError
from isnad.lexicon import cues, grammar, lint_figures, lint_kb, lint_names, lint_places, lint_terms, lint_triggers, load
from isnad.lexicon.affixes import AND, AND_THE, ARTICLE, BY, BY_THE, FOR, FOR_THE, LIKE, THEN
from isnad.lexicon.cues import Cue
from isnad.lexicon.grammar import WordClass
from isnad.text import fold
from isnad.text.signs import COMMA

_WORD = re.compile(r"[^\W\d_]+")
_JOINED_SHAPE = re.compile("\u0640(?![^\\W\\d_])")
_CLITICS = ("", AND, THEN, BY, FOR, LIKE, ARTICLE, BY_THE, FOR_THE, AND_THE)


def lint() -> list[str]:
    """All problems of the lexicon, one sentence each, naming file or entry; empty when there is none."""
    return [problem for check in CHECKS for problem in check()]


def script_problems(folder: Path = load.DATA) -> list[str]:
    """Lines of the YAML files in `folder` that are not in the lexicon's normal form.

    That form is NFC without presentation forms, invisible characters (write them as escapes) and tatweel, but
    for one that shows the joined shape of a letter on its own (هـ).
    """
    problems: list[str] = []
    for path in sorted(folder.rglob("*.yaml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            shown = _JOINED_SHAPE.sub("", line)
            faults = [unicodedata.name(c, f"U+{ord(c):04X}") for c in shown if _foreign(c)]
            if not unicodedata.is_normalized("NFC", line):
                faults.append("not in NFC")
            problems.extend(f"{path.name}, line {number}: {fault}" for fault in dict.fromkeys(faults))
    return problems


def _foreign(char: str) -> bool:
    code = ord(char)
    if char == "\u0640" or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
        return True
    return unicodedata.category(char) in ("Cf", "Cc", "Co", "Cn", "Zl", "Zp") and char != "\n"


def cue_problems() -> list[str]:
    """What is wrong with the cue tables, beyond what their schema refuses."""
    try:
        entries = cues.entries()
        groups = {group.id for group in load.entries(cues.OBJECTS, cues.ObjectGroup)}
        common = {fold(entry.word) for entry in load.entries(cues.COMMON, cues.CommonWord)}
        return list(problems_of(entries, groups, common))
    except LexiconError as error:
        return [str(error)]


def problems_of(entries: tuple[Cue, ...], groups: set[str], common: set[str]) -> Iterator[str]:
    """The problems of cue entries, given the ids of the object groups and the folded common words.

    Raises LexiconError where the forms of an entry cannot be generated.
    """
    ids = Counter(cue.id for cue in entries)
    yield from (f"cue {name}: this id is given {n} times" for name, n in ids.items() if n > 1)
    kept: dict[tuple[object, ...], str] = {}
    for cue in entries:
        key = (
            fold(cue.lemma),
            cue.kind,
            cue.clause,
            cue.direct,
            cue.object,
            cue.prep,
            cue.objects,
            cue.frame,
        )
        if key in kept:
            yield f"cue {cue.id}: same lemma, kind and complements as {kept[key]}"
        kept.setdefault(key, cue.id)
        yield from _entry_problems(cue, groups, common)


def _entry_problems(cue: Cue, groups: set[str], common: set[str]) -> Iterator[str]:
    if (cue.kind == "verb") != (cue.verb is not None):
        yield f"cue {cue.id}: `verb` is for verbs and for them alone"
    spellings = {spelling for _, spelling, _ in cues.spellings(cue)} - {fold(word) for word in cue.never}
    if not _has_example(cue):
        yield f"cue {cue.id}: the example has none of its forms: {cue.example}"
    confused = sorted(spellings & common)
    if not cue.counter and (cue.weak or confused):
        reason = "a weak cue" if cue.weak else "spelled like a common word: " + f"{COMMA} ".join(confused)
        yield f"cue {cue.id}: needs a counter-example ({reason})"
    if cue.kind == "verb" and cue.weak and not (cue.objects or cue.clause or cue.prep or cue.direct):
        yield f"cue {cue.id}: a weak verb needs the objects or the clause that make it a speech act"
    leads = [lead for lead in cue.clause if lead and fold(lead) not in grammar.words("clause-lead")]
    if cue.relay_prep and fold(cue.relay_prep) not in grammar.words("relay-lead"):
        leads.append(cue.relay_prep)
    for lead in leads:
        yield f"cue {cue.id}: {lead} is no preposition that opens a clause or passes words on"
    for name in cue.objects:
        if name.startswith("@") and name[1:] not in groups:
            yield f"cue {cue.id}: there is no object group {name}"
    if cue.kind in ("preposition", "phrase") and not (cue.frame or cue.direct or cue.clause):
        yield f"cue {cue.id}: says neither what frame it opens nor what follows"


def _has_example(cue: Cue) -> bool:
    words = _WORD.findall(fold(cue.example))
    if cue.kind == "phrase":
        return any(
            phrase.cue.id == cue.id and tuple(words[i : i + len(phrase.tokens)]) == phrase.tokens
            for i in range(len(words))
            for phrase in cues.phrases(words[i])
        )
    forms = {(clitic + spelling) for _, spelling, _ in cues.spellings(cue) for clitic in _CLITICS}
    stems = tuple(clitic + stem for _, _, joined in cues.spellings(cue) for stem in joined for clitic in _CLITICS)
    return any(word in forms or (stems and word.startswith(stems)) for word in words)


def grammar_problems() -> list[str]:
    """Word classes without a sense or words, named twice, or with a word twice."""
    rows = [row for name in grammar.SOURCES for row in load.entries(name, WordClass)]
    problems = [
        f"grammar.yaml: class {name} stands {n} times" for name, n in Counter(r.id for r in rows).items() if n > 1
    ]
    for row in rows:
        if not row.sense or not row.words:
            problems.append(f"grammar.yaml: class {row.id} needs a sense and words")
        twice = [word for word, n in Counter(row.words).items() if n > 1]
        problems.extend(f"grammar.yaml: class {row.id} has «{word}» more than once" for word in twice)
    return problems


CHECKS: tuple[Callable[[], list[str]], ...] = (
    script_problems,
    cue_problems,
    grammar_problems,
    lint_names.problems,
    lint_figures.problems,
    lint_places.problems,
    lint_kb.problems,
    lint_triggers.problems,
    lint_terms.problems,
)


def main() -> int:
    """Prints all problems to standard output; the exit status is 1 where there are any."""
    problems = lint()
    for problem in problems:
        sys.stdout.write(problem + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
