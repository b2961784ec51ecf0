#!/usr/bin/env python3
"""Throughput, memory and start-up time of the engine, measured on this machine.

usage: tools/bench.py CORPUS [--articles N] [--every N] [--warm N]

CORPUS is JSON lines, plain or xz-compressed (.jsonl, .jsonl.xz). Printed are

articles/s   documents that `analyse` reads and the encoder writes in a second of wall-clock time, on one
             core. Reading and decompressing the corpus is not counted: the documents stand in memory.
calibration  rounds/s of a fixed loop of string and dictionary work (`calibrate` below), timed before and
             after the documents and averaged: a measure of the machine at this moment.
ratio        articles a round: articles/s divided by calibration. It can be compared between machines.
peak memory  the highest resident set of a process that streams the corpus through the engine, in MiB.
start-up     wall-clock seconds of `isnad --version`, the best of five runs.
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, cast

_WORDS = [f"word{n % 97}of{n % 89}" for n in range(4000)]


def calibrate(seconds: float) -> float:
    """Rounds a second of the calibration loop, run for about `seconds`.

    One round joins 4,000 fixed words with spaces, splits the 40,000 characters again, counts the words in a
    dictionary, replaces one letter in each key and sorts the keys: pure Python over strings and dictionaries,
    as the engine's own work is.
    """
    rounds, start = 0, time.perf_counter()
    while (now := time.perf_counter()) - start < seconds:
        counts = Counter(" ".join(_WORDS).split(" "))
        sorted(key.replace("o", "0") for key in counts)
        rounds += 1
    return rounds / (now - start)


def documents(path: Path) -> Iterator[dict[str, str]]:
    """The objects of a JSON-lines file, plain or xz-compressed."""
    opener = lzma.open if path.suffix == ".xz" else open
    with cast("IO[str]", opener(path, "rt", encoding="utf-8")) as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def measure(corpus: Path, articles: int, every: int, warm: int) -> dict[str, float]:
    """All figures of this module's head for at most `articles` documents, each `every`-th of `corpus`: a corpus
    sorted by day or outlet has long and short articles in different places."""
    import msgspec

    from isnad.analyse import analyse
    from isnad.records import Document

    rows = documents(corpus)
    kept = [
        Document(id=str(row["id"]), text=row["text"], outlet=row.get("outlet"), crawled=row.get("crawled"))
        for row in islice(rows, 0, (articles + warm) * every, every)
    ]
    for document in kept[:warm]:
        analyse(document)
    before = calibrate(1.0)
    start = time.perf_counter()
    for document in kept[warm:]:
        msgspec.json.encode(analyse(document))
    took = time.perf_counter() - start
    speed = (before + calibrate(1.0)) / 2
    rate = len(kept[warm:]) / took
    return {
        "articles": len(kept[warm:]),
        "articles/s": rate,
        "calibration rounds/s": speed,
        "ratio": rate / speed,
    }


def stream(corpus: Path, articles: int) -> None:
    """Sends the corpus through the engine without keeping anything, and prints the peak memory in MiB."""
    import msgspec

    from isnad.analyse import analyse
    from isnad.records import Document

    for row in islice(documents(corpus), articles):
        msgspec.json.encode(analyse(Document(id=str(row["id"]), text=row["text"])))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{peak / (1024 if sys.platform == 'linux' else 1024 * 1024)}\n")


def start_up() -> float:
    """Seconds of `isnad --version`, the best of five runs."""
    command = [str(Path(sys.executable).with_name("isnad")), "--version"]
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    head = __doc__ or ""
    parser = argparse.ArgumentParser(description=head, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=3000, metavar="N", help="documents to time (3000)")
    parser.add_argument("--every", type=int, default=15, metavar="N", help="take each N-th document (15)")
    parser.add_argument("--warm", type=int, default=50, metavar="N", help="documents read before timing (50)")
    parser.add_argument("--stream", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.stream:
        stream(args.corpus, args.articles)
        return
    figures = measure(args.corpus, args.articles, args.every, args.warm)
    child = [sys.executable, __file__, str(args.corpus), "--stream", "--articles", str(args.articles)]
    streamed = subprocess.run(child, check=True, capture_output=True, text=True)
    figures["peak memory MiB"] = float(streamed.stdout)
    figures["start-up s"] = start_up()
    for name, value in figures.items():
        sys.stdout.write(f"{name:22} {value:10.3f}\n")


if __name__ == "__main__":
    main()
