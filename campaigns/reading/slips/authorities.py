"""An award promised by someone who may not give it."""

import re

from campaigns.reading.awards import authority_at, awards_in
from campaigns.reading.lines import fold
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import all_blocks, line_of, slip


def authority_slips(paper: Paper, issuer: str | None) -> list[dict]:
    """A director or a district chairman gives Giấy khen, not Bằng khen."""
    found = []
    lower = re.compile(
        r"^(?:giam doc|hieu truong|truong phong|chanh van phong|chi cuc truong|chu tich (?:ubnd|uy ban nhan dan) (?:cac )?(?:huyen|xa|phuong|quan|thi xa|thi tran|cap huyen|cap xa|dac khu))\b"
    )
    for block in all_blocks(paper):
        folded = fold(block.text)
        for award in awards_in(block.text, folded):
            link = re.match(r"\s+cua\s+", folded[award.end : award.end + 6])
            named = (
                authority_at(block.text, folded, award.end + link.end()) if award.name == "Bằng khen" and link else None
            )
            if named and lower.match(fold(named[0])) and "dai hoc quoc gia" not in fold(named[0]):
                line = line_of(paper, block, named[0])
                words = f"«Bằng khen của {named[0]}»: người này có thẩm quyền tặng Giấy khen, không phải Bằng khen."
                found.append(slip("award_authority_mismatch", words, line))
    return found
