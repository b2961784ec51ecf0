"""What the layout of a document is."""

from __future__ import annotations

from isnad.records import Anchor, Block, Outlet, Published, Record, Span, Story


class Layout(Record):
    """The parts of one document and what its furniture says of it.

    `blocks` tile the raw text: the first starts at 0, each starts where the one before it ends, the last ends
    at the end of the text. `stories[0]` is the main story; there is none where the text holds nothing but
    furniture (an empty text, a page of menus). `refused` are dates on date lines that no calendar has, each
    with the reason.
    """

    outlet: Outlet | None
    published: Published | None
    anchor: Anchor | None
    blocks: tuple[Block, ...]
    stories: tuple[Story, ...]
    refused: tuple[tuple[Span, str], ...] = ()
