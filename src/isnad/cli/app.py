"""The command `isnad`. Each verb imports what it needs when it runs, so that every verb starts quickly."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from isnad.cli.app_project import PROJECT, register

app = typer.Typer(
    name="isnad",
    help="Reads Arabic news and answers who says so, through whom, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_READS = (
    "Files or folders of .txt, .html, .jsonl, .csv, .warc(.gz), RSS or Atom .xml; "
    "a single dash reads JSON lines from standard input."
)


def main() -> None:
    """The entry point: runs the verb and leaves with its exit status."""
    from isnad.cli.output import ReaderGoneError
    from isnad.errors import IsnadError

    try:
        app()
    except ReaderGoneError:
        sys.exit(0)
    except IsnadError as error:
        sys.stderr.write(f"isnad: {error}\n")
        sys.exit(1)


def _version(wanted: bool) -> None:
    if wanted:
        from isnad.analyse import version

        typer.echo(version())
        raise typer.Exit


@app.callback()
def _isnad(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print engine and lexicon version."),
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=_READS)],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="OUT", help="Write here, whole or not at all, not to standard output."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read with; the order stays the same."),
    ] = 1,
) -> None:
    """Print one JSON object a document: blocks, names, and who says what through whom.

    \b
    Examples:
      isnad extract article.txt
      isnad extract news/ -o news.jsonl --jobs 4
      zcat crawl.jsonl.gz | isnad extract - | jq -c '.claims[]'

    Exit status: 0 all inputs were read; 1 some could not be (each is named on standard error, all others are
    printed); 2 wrong usage.
    """
    from isnad.cli.run import run_extract

    raise typer.Exit(run_extract(paths, output, jobs))


@app.command()
def explain(
    paths: Annotated[list[str], typer.Argument(metavar="FILE", help=_READS)],
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="OUT", help="Write one self-contained right-to-left page here instead."),
    ] = None,
) -> None:
    """Show each claim with its chain of tellers, its words in context and the rule that fired.

    \b
    Examples:
      isnad explain article.txt
      isnad explain news.jsonl --html news.html
      isnad explain article.txt | less -R

    What looked like a claim and gave none is listed under "unread", with the reason. Exit statuses are
    those of extract.
    """
    from isnad.cli.run import run_explain

    raise typer.Exit(run_explain(paths, html))


kb = typer.Typer(name="kb", no_args_is_help=True, help="Check and extend the knowledge base with entries of your own.")
app.add_typer(kb)


@kb.command("check")
def kb_check(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A file of own entries; without it, the one in use.")
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against", metavar="CORPUS", help="Compare the base with these dated articles, as extract reads."
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=0, help="Disagreements listed, the most frequent.")
    ] = 50,
) -> None:
    """Name every fault in a file of own entries, with its line and what is accepted.

    With --against, the whole base is held against articles with a date: each office beside a name that disagrees
    with it is listed with its cause, the most frequent first.

    Exit status: 0 none; 1 some faults, or an input that could not be read.
    """
    from isnad.cli.kb import run_against, run_check

    raise typer.Exit(run_against(against, most) if against and file is None else run_check(file))


@kb.command("add")
def kb_add(
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="The Arabic name.")],
    name_en: Annotated[str, typer.Option("--name-en", metavar="NAME", help="The English name.")],
    own_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The id; else made of the English name.")
    ] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166-1, three letters.")] = None,
    alias: Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help="Another Arabic name.")] = None,
    office: Annotated[
        str | None, typer.Option("--office", metavar="OFFICE", help="An office held: rus-foreign-minister.")
    ] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="Since when.")] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="DATE", help="Until when, or open.")] = None,
) -> None:
    """Add a person, and an office that the person holds, to the file of own entries."""
    from isnad.cli.kb import run_add

    person = {"id": own_id, "name": name, "name_en": name_en, "country": country, "aliases": alias or []}
    raise typer.Exit(run_add(person, {"office": office, "start": start, "end": end} if office else None))


@kb.command("import")
def kb_import(
    file: Annotated[str, typer.Argument(metavar="FILE", help="FollowTheMoney JSON lines, or .csv.")],
) -> None:
    """Add the people of a file, and of CSV their offices, to the file of own entries: all of them or none."""
    from isnad.cli.kb import run_import

    raise typer.Exit(run_import(file))


_JOBS = "Processes to read with; what is stored stays the same."


@app.command()
def add(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help=PROJECT)],
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=_READS)],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=_JOBS)] = 1,
) -> None:
    """Read documents into a project, which is made where there is none.

    \b
    Examples:
      isnad add syria.isnad news/ --jobs 2
      isnad add postgresql://desk@localhost/syria crawl.jsonl

    What the project holds already is left out, so a run that was broken off is simply started again. Exit statuses
    are those of extract.
    """
    from isnad.cli.adding import run_add

    raise typer.Exit(run_add(project, paths, jobs))


@app.command()
def reread(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help=PROJECT)],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=_JOBS)] = 1,
) -> None:
    """Analyse again, with this version, every text that an older version read; no decision is lost."""
    from isnad.cli.adding import run_reread

    raise typer.Exit(run_reread(project, jobs))


_AS_OF = "Answer with what the project held at this time (ISO 8601, UTC)."


@app.command()
def search(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help=PROJECT)],
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words, fields and phrases, all of which must hold.")],
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="claim, event or text; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many answers.")] = 20,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="TIME", help=_AS_OF)] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object an answer.")] = False,
) -> None:
    """Find claims and events by words and fields, the newest day first.

    \b
    Fields: speaker: outlet: country: type: stance: place: after: before:
    Examples:
      isnad search syria.isnad 'stance:denies country:SYR حلب'
      isnad search syria.isnad 'speaker:"وليد المعلم" after:2018-02 before:2018-03'
      isnad search syria.isnad '"وقف إطلاق النار"' --kind text --json

    A word is found with any conjunction, preposition or article that is written onto it. Exit status: 0 found;
    1 nothing found, or an error; 2 wrong usage.
    """
    from isnad.cli.keeping import moment
    from isnad.cli.searching import run_search

    time = moment(as_of) if as_of is not None else None
    raise typer.Exit(run_search(project, query, kind or ["claim", "event"], limit, time, json))


register(app)
