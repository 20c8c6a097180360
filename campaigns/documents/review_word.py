"""The consolidated report as an editable Word file."""

PICTURE = 165  # millimetres: the width of the text


def write_review_report(doc):
    """The bytes of the .docx of a ReviewReportDoc."""
    from thidua.documents.word import WordDocument  # in the worker only, like the printer of PDFs

    word = WordDocument(doc.letterhead, "BÁO CÁO", doc.subject)
    word.paragraph(doc.opening)
    for part in doc.parts:
        word.heading(part.number, part.title)
        for clause in part.clauses:
            if clause.number:
                word.clause(clause.number, clause.title)
            for block in clause.blocks:
                WRITERS[block.kind](word, block)
    word.paragraph(doc.closing)
    word.close(recipients=doc.recipients, signature=doc.signature)
    for annex in doc.annexes:
        word.annex(annex.label, annex.title, landscape=annex.is_wide)
        for note in annex.notes:
            word.paragraph(note)
        _table(word, annex.table)
    return word.save()


def _words(word, block):
    for paragraph in block.paragraphs:
        word.paragraph(paragraph)


def _said(word, block):
    word.paragraph(f"{block.unit}:", bold=True, keep=True)
    for paragraph in block.paragraphs:
        word.dash(paragraph.removeprefix("-").strip())


def _table(word, block):
    if block.caption:
        word.paragraph(block.caption, italic=True, keep=True)
    rows = [*block.rows, block.totals] if block.totals else block.rows
    centred = {at for at in range(len(block.header)) if block.is_centred(at)}
    word.table(header=block.header, rows=[list(row) for row in rows], widths=block.widths, centred=centred)


def _chart(word, block):
    word.paragraph(f"Biểu đồ: {block.caption}", italic=True, keep=True)
    word.picture(block.png, PICTURE, alt=block.caption)


WRITERS = {"words": _words, "said": _said, "table": _table, "chart": _chart}
