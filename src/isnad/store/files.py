"""Files that appear under their names only when they are whole: backups and exports."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isnad.errors import StoreError


def free(target: Path, *, force: bool) -> None:
    """Raises StoreError where there is something under the name `target` already, unless `force`."""
    if (target.exists() or target.is_symlink()) and not force:
        raise StoreError(f"{target}: is there already; name another file, or add --force to replace it")


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new folder beside `target`, for what is moved to its name when it is whole; the folder is gone afterwards.

    Raises StoreError where there is no room, or no permission to write.
    """
    if not target.absolute().parent.is_dir():
        raise StoreError(f"{target}: the folder {target.parent} does not exist")
    folder = None
    try:
        folder = tempfile.mkdtemp(dir=target.absolute().parent, prefix=f".{target.name[:100]}.")
        yield Path(folder)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target}: cannot be written: {error}") from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
