"""Packs annotated articles into offsets without text, and unpacks them against a corpus.

    python tools/holdout.py pack ANNOTATED.jsonl PACKED.json
    python tools/holdout.py unpack PACKED.json CORPUS_FOLDER OUT.jsonl
    python tools/holdout.py score PACKED.json CORPUS_FOLDER SCORE.py

A packed article is its id, the SHA-256 of its text and half-open code-point ranges; a name is the list of the
ranges whose words make it up. Unpacking needs the corpus that holds the articles (`*.jsonl.xz`) and gives the
annotation format of the yardstick, with `text`.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from isnad.lexicon import grammar
from isnad.lexicon.affixes import AND, ARTICLE

_SPANS = ("cue", "speaker", "content")
_NOTES = ("via", "addressee")  # a reader may have written a name that is no exact substring: then left out
_KEPT = ("id", "kind", "country", "form", "stance", "outer")
_DRAWS = 200
_MEASURES = ("cue.f1", "claim.f1", "name.accuracy", "name.dropped.accuracy", "content.accuracy", "chain.f1")
(IMPERSONAL,) = grammar.words("nobody")


def find(text: str, span: Any) -> list[int] | None:
    """The range of an annotated substring: a string, or [string, occurrence from 1]; None for an empty one."""
    if not span:
        return None
    wanted, nth = span if isinstance(span, list) else (span, 1)
    at = -1
    for _ in range(nth):
        at = text.index(wanted, at + 1)
    return [at, at + len(wanted)]


def name_ranges(text: str, name: str) -> list[Any]:
    """The ranges of the words of `name`, the whole name in one piece where the text has it so.

    A word that the text has only in another grammatical case stands as it is.
    """
    at = text.find(name)
    if at >= 0:
        return [[at, at + len(name)]]
    ranges: list[Any] = []
    for word in name.split():
        for form in (word, word.removeprefix(AND), ARTICLE + word, word.removeprefix(ARTICLE)):
            at = text.find(form)
            if at >= 0:
                ranges.append([at, at + len(form)])
                break
        else:
            ranges.append(word)
    return ranges


def pack(article: dict[str, Any]) -> dict[str, Any]:
    """One annotated article as ranges."""
    text = article["text"]
    claims = []
    for claim in article["claims"]:
        row: dict[str, Any] = {key: claim.get(key) for key in _KEPT}
        row |= {key: find(text, claim.get(key)) for key in _SPANS}
        for key in _NOTES:
            words = claim.get(key)
            plain = words[0] if isinstance(words, list) else words
            row[key] = find(text, words) if plain and plain in text else None
            name = claim["name"]
        # Joint speakers are joined by a waw; a name in one piece needs no taking apart.
        names = [name] if name in text else name.split(f" {AND}")
        row["name"] = None if name == IMPERSONAL else [name_ranges(text, one) for one in names]
        claims.append(row)
    head, tail = (find(text, part) for part in article["body"])
    assert head is not None
    assert tail is not None
    return {
        "id": article["id"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "published": article["published"],
        "body": [head[0], tail[1]],
        "claims": claims,
    }


def unpack(packed: dict[str, Any], text: str) -> dict[str, Any]:
    """One packed article in the yardstick's annotation format."""
    if hashlib.sha256(text.encode()).hexdigest() != packed["sha256"]:
        raise ValueError(f"{packed['id']}: the corpus has another text than the one annotated")

    def at(span: list[int] | None) -> Any:
        if span is None:
            return ""
        wanted = text[span[0] : span[1]]
        nth, position = 1, text.find(wanted)
        while position < span[0]:
            position = text.find(wanted, position + 1)
            nth += 1
        return [wanted, nth]

    claims = []
    for row in packed["claims"]:
        claim = {key: row[key] for key in _KEPT} | {key: at(row[key]) for key in (*_SPANS, *_NOTES)}
        name = row["name"]
        claim["name"] = (
            IMPERSONAL
            if name is None
            else f" {AND}".join(
                " ".join(part if isinstance(part, str) else text[part[0] : part[1]] for part in one) for one in name
            )
        )
        claims.append(claim)
    start, end = packed["body"]
    body = [at([start, min(end, start + 20)]), at([max(start, end - 20), end])]
    return {"id": packed["id"], "text": text, "published": packed["published"], "body": body, "claims": claims,
            "figures": [], "events": []}  # fmt: skip


def articles(folder: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """The corpus articles with these ids."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if article["id"] in wanted:
                    found[article["id"]] = article
    return found


def score(packed: Path, folder: Path, yardstick: Path) -> list[str]:
    """The engine's figures on packed articles, each with a 95 % interval: articles drawn anew with replacement,
    `_DRAWS` times, from a fixed seed. `yardstick` is the script that scores two files of JSON lines."""
    import msgspec

    from isnad.analyse import analyse
    from isnad.records import Document

    rows = json.loads(packed.read_text("utf-8"))
    corpus = articles(folder, {row["id"] for row in rows})
    gold = [unpack(row, corpus[row["id"]]["text"]) for row in rows]
    read = [msgspec.to_builtins(analyse(Document(id=g["id"], text=g["text"]))) for g in gold]

    def measured(draw: list[int]) -> dict[str, float]:
        with tempfile.TemporaryDirectory() as place:
            paths = [Path(place, "gold.jsonl"), Path(place, "read.jsonl")]
            for path, side in zip(paths, (gold, read), strict=True):
                lines = [json.dumps(side[n] | {"id": f"{k} {side[n]['id']}"}) for k, n in enumerate(draw)]
                path.write_text("\n".join(lines) + "\n", "utf-8")
            command = [sys.executable, str(yardstick), *map(str, paths), "--json"]
            result: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            return result

    everything = measured(list(range(len(gold))))
    seeded = random.Random(20)
    draws = [measured(seeded.choices(range(len(gold)), k=len(gold))) for _ in range(_DRAWS)]
    lines = []
    for name in _MEASURES:
        values = sorted(draw[name] for draw in draws)
        low, high = values[int(0.025 * _DRAWS)], values[int(0.975 * _DRAWS) - 1]
        lines.append(f"{name:24} {everything[name]:.3f}  [{low:.3f}, {high:.3f}]")
    return lines


def main(arguments: list[str]) -> None:
    match arguments:
        case ["pack", source, target]:
            rows = [pack(json.loads(line)) for line in Path(source).read_text("utf-8").split("\n") if line]
            Path(target).write_text(json.dumps(rows, ensure_ascii=False, indent=0) + "\n", "utf-8")
        case ["unpack", source, folder, target]:
            rows = json.loads(Path(source).read_text("utf-8"))
            corpus = articles(Path(folder), {row["id"] for row in rows})
            out = []
            for row in rows:
                article = corpus[row["id"]]
                extra = {key: article.get(key) for key in ("outlet", "crawled")}
                out.append(json.dumps(unpack(row, article["text"]) | extra, ensure_ascii=False))
            Path(target).write_text("\n".join(out) + "\n", "utf-8")
        case ["score", source, folder, yardstick]:
            sys.stdout.write("\n".join(score(Path(source), Path(folder), Path(yardstick))) + "\n")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
