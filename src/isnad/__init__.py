"""Isnad reads Arabic news and answers who says so, through whom, in which words.

import isnad

with isnad.open("news.isnad") as project:
    for told in project.claims():
        print(told.document, told.record.name, told.quoted)
    table = project.events().to_pandas()
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from isnad.store import Project

__version__ = "0.1.0"


def open(project: str | PathLike[str]) -> Project:
    """The project in a file or behind a PostgreSQL URL; raises StoreError for what is none."""
    from isnad.store import open_project

    return open_project(project)
