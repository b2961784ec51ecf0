"""Every error that Isnad raises on purpose.

IsnadError
├── InputError      an input cannot be read: names the file, the place in it and what to try
├── LexiconError    a lexicon entry breaks the schema: names the file and the entry
├── StoreError      a project cannot be opened, read or written: names it and what to try
└── QueryError      a search that cannot be understood: names the place in it and what is accepted
"""


class IsnadError(Exception):
    """Base of all errors of ours; the message is written for the person at the terminal."""


class InputError(IsnadError):
    """An input that cannot be read.

    `where` names the file and, if known, the line or record (`news.jsonl, line 7`);
    `reason` says what is wrong and what is accepted.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class LexiconError(IsnadError):
    """A lexicon entry that breaks the schema; the message names the file, the entry and what is accepted."""


class StoreError(IsnadError):
    """A project that cannot be opened, read or written; the message names it and what to try."""


class QueryError(IsnadError):
    """A search query that cannot be understood; the message names the word and what is accepted."""
