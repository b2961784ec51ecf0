"""The verbs that look after a project and people's decisions on it; `app` adds them to the command."""

from __future__ import annotations

from typing import Annotated

import typer

PROJECT = "A project file (project.isnad), or the URL of a PostgreSQL database (postgresql://user@host/name)."
_FORCE = "Replace a file that is there already."
_WHO = "Who decides; by default the user of this machine."
_TIME = "A day or a time, ISO 8601, in UTC where no zone is named."

decisions = typer.Typer(
    help="List, make, export and import people's decisions on records.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Project = Annotated[str, typer.Argument(metavar="PROJECT", help=PROJECT)]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help=_WHO)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="TIME", help="What the project held then.")]
Published = Annotated[
    str | None, typer.Option("--published-before", metavar="TIME", help="What had been published by then.")
]


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module to the command."""
    for verb in (merge, threads, undo, diff, doctor, backup, restore):
        app.command()(verb)
    app.command("export")(export_project)
    app.add_typer(decisions, name="decisions")


def merge(
    project: Project,
    policy: Annotated[
        str,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help="How the best toll is chosen: latest official, majority of origins, lowest, widest range.",
        ),
    ] = "latest official",
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to profile many documents with.")
    ] = 2,
) -> None:
    """Find copies and origins, documents that tell of one event, and how their figures agree.

    Only what new documents touch is counted again.

    \b
    Example:
      isnad merge syria.isnad --policy "majority of origins"
    """
    from isnad.cli.merging import run_merge

    raise typer.Exit(run_merge(project, policy, jobs))


def threads(
    project: Project,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="OUT", help="Write here, whole or not at all, not to standard output."),
    ] = None,
    as_of: AsOf = None,
    published_before: Published = None,
) -> None:
    """Print one JSON object a thread: an event, who tells of it, every figure, and how figures relate.

    \b
    Example:
      isnad threads syria.isnad | jq -c '[.date, .place.name, .toll]'
    """
    from isnad.cli.merging import run_threads

    raise typer.Exit(run_threads(project, output, as_of, published_before))


def undo(
    project: Project,
    decision: Annotated[str | None, typer.Argument(metavar="ID", help="An id or its beginning; else the last.")] = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Take back a decision: the last one, or the one named. The log keeps both, and an undo can be undone."""
    from isnad.cli.keeping import run_undo

    raise typer.Exit(run_undo(project, decision, who, why))


def diff(
    project: Project,
    first: Annotated[str, typer.Argument(metavar="A", help=_TIME)],
    last: Annotated[str, typer.Argument(metavar="B", help=_TIME)],
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Only the records that are gone: a deletions feed.")
    ] = False,
) -> None:
    """Print what changed in a project between two moments, one JSON object a change.

    \b
    Example:
      isnad diff syria.isnad 2026-01-01 2026-02-01 --deleted
    """
    from isnad.cli.keeping import run_diff

    raise typer.Exit(run_diff(project, first, last, deleted))


def export_project(
    project: Project,
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help="csv, parquet, plover, polecat, ftm or geojson."),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A folder for csv and parquet, else a file; by default made from PROJECT.",
        ),
    ] = None,
    as_of: AsOf = None,
    published_before: Published = None,
    bom: Annotated[bool, typer.Option("--bom", help="csv: a byte order mark, which Excel needs.")] = False,
    safe_cells: Annotated[
        bool, typer.Option("--safe-cells", help="csv: an apostrophe before cells that a spreadsheet would run.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export.")] = False,
) -> None:
    """Hand a project on in the format of a field, with its data dictionary and row counts.

    \b
    Examples:
      isnad export syria.isnad --format csv -o syria-csv
      isnad export syria.isnad --format polecat -o syria.polecat.tsv --published-before 2018-10-01
    """
    from isnad.cli.exporting import run_export

    raise typer.Exit(run_export(project, format, output, as_of, published_before, bom, safe_cells, force))


def doctor(project: Project) -> None:
    """Check a project: the file, every text and analysis, spans, search, decisions; and what is stale.

    Exit status: 0 nothing is damaged; 1 something is, or the project cannot be opened.
    """
    from isnad.cli.keeping import run_doctor

    raise typer.Exit(run_doctor(project))


def backup(
    project: Project,
    target: Annotated[str, typer.Argument(metavar="FILE", help="The copy: one project file, whole or not there.")],
    force: Annotated[bool, typer.Option("--force", help=_FORCE)] = False,
) -> None:
    """Copy a project, also one in PostgreSQL, into one file."""
    from isnad.cli.keeping import run_backup

    raise typer.Exit(run_backup(project, target, force))


def restore(
    source: Annotated[str, typer.Argument(metavar="FILE", help="What isnad backup wrote.")],
    project: Project,
    force: Annotated[bool, typer.Option("--force", help=_FORCE)] = False,
) -> None:
    """Make a project from a backup: a file, or an empty PostgreSQL database."""
    from isnad.cli.keeping import run_restore

    raise typer.Exit(run_restore(source, project, force))


@decisions.command("list")
def list_(
    project: Project,
    every: Annotated[bool, typer.Option("--all", help="Also those that were undone or replaced.")] = False,
) -> None:
    """Print decisions and what became of each: applies, review (only an overlapping record is there now), human."""
    from isnad.cli.keeping import run_list

    raise typer.Exit(run_list(project, every))


@decisions.command()
def add(
    project: Project,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="accept, reject, edit, merge or split.")],
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of the document.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="The record in it, as search shows it: c3, v1 …")],
    value: Annotated[
        str | None, typer.Option("--value", metavar="JSON", help="The fields that differ; of a merge, the other keys.")
    ] = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Decide on a record.

    \b
    Examples:
      isnad decisions add syria.isnad reject news/1 c3 --why "a question, no statement"
      isnad decisions add syria.isnad edit news/1 c4 --value '{"name": "سالم الحداد"}'
    """
    from isnad.cli.keeping import run_decide

    raise typer.Exit(run_decide(project, action, document, key, who, why, value))


@decisions.command()
def export(
    project: Project,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="OUT", help="Write here.")] = None,
) -> None:
    """Write the whole log as JSON lines, for another reviewer."""
    from isnad.cli.keeping import run_export

    raise typer.Exit(run_export(project, output))


@decisions.command("import")
def import_(project: Project, path: Annotated[str, typer.Argument(metavar="FILE", help="An exported log.")]) -> None:
    """Join another reviewer's decisions; where the two differ, both are kept and the conflict is listed.

    Exit status: 0 joined; 1 joined with conflicts, or not a file of decisions.
    """
    from isnad.cli.keeping import run_import

    raise typer.Exit(run_import(project, path))
