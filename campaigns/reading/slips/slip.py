"""One thing the office should look at again, with the line it stands on."""

from datetime import date

from campaigns.reading.lines import fold
from campaigns.reading.outline import Block
from campaigns.reading.paper import Paper


def vn(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def slip(code: str, text: str, line: int | None) -> dict:
    return {"code": code, "text": text, "line": line}


def all_blocks(paper: Paper) -> list[Block]:
    title = [Block("", "", paper.title, paper.title_lines, [], False)] if paper.title else []
    return [*title, *paper.preamble, *paper.body]


def line_of(paper: Paper, block: Block, words: str) -> int | None:
    """The line of a joined paragraph on which the words stand."""
    if len(block.lines) > 1:
        wanted = fold(words)
        for line in paper.lines:
            if line.number in block.lines and wanted in line.folded:
                return line.number
    return block.lines[0] if block.lines else None
