"""The stores that the tests of a project run on: a SQLite file and, where PostgreSQL is installed, a server.

The server is started once a test process, on a loopback port, as an ordinary user: neither initdb nor postgres runs
as root. Without PostgreSQL its tests are skipped and the run says so; under CI (the variable CI is `true`) they fail.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

_MISSING = "needs PostgreSQL; make test-system installs it"
_USER = "postgres" if shutil.which("runuser") else "nobody"
_TRIES = 5  # ports that may be taken


def _programs() -> Path | None:
    """The folder of initdb and postgres, the newest version first."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _as_user(command: list[str]) -> list[str]:
    return ["runuser", "-u", _USER, "--", *command] if os.geteuid() == 0 else command


def _serve(programs: Path, folder: Path, port: int) -> str | None:
    """Starts a server on `port`; its address, None where the port is taken."""
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=50"
    start = [
        str(programs / "pg_ctl"),
        "-D",
        str(folder / "data"),
        "-w",
        "-l",
        str(folder / "log"),
        "-o",
        options,
        "start",
    ]
    done = subprocess.run(_as_user(start), capture_output=True, check=False, cwd=folder)
    return f"postgresql://isnad@127.0.0.1:{port}/postgres" if done.returncode == 0 else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL server of our own."""
    programs = _programs()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"this test {_MISSING}")
        pytest.skip(_MISSING)
    folder = Path(tempfile.mkdtemp(prefix="isnad-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    make = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "isnad", "-A", "trust", "-E", "UTF8"]
    make += ["--locale=C.UTF-8", "--no-sync"]
    subprocess.run(_as_user(make), check=True, capture_output=True, cwd=folder)
    ports = (random.SystemRandom().randrange(20_000, 60_000) for _ in range(_TRIES))
    url = next((found for port in ports if (found := _serve(programs, folder, port))), None)
    assert url is not None, (folder / "log").read_text()
    try:
        yield url
    finally:
        stop = [str(programs / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"]
        subprocess.run(_as_user(stop), check=False, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new project may be made: a path, or the URL of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "project.isnad")
        return
    server: str = request.getfixturevalue("postgres")
    name = f"t{random.SystemRandom().getrandbits(64):x}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield server.removesuffix("postgres") + name
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
