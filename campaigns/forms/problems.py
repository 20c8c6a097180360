"""What is wrong with a part of the plan, as a list that leads to the fields, and as the autosave reads it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One sentence; `where` is the id of its field, or empty when it is about the whole part."""

    text: str
    where: str = ""
    label: str = ""


def problems_of(lines, form):
    """Problems in the order in which the page shows the rows."""
    if not lines:
        return _of_fields(form)
    found = [Problem(text) for text in form.non_form_errors()]
    for line in lines:
        named = f"«{line.text[:60]}»" if line.text else "Dòng mới"
        found += _of_fields(line.form, f"{named}: ")
    return found


def _of_fields(form, named=""):
    row = f"dong-{form.prefix}" if form.prefix else ""
    whole = [Problem(text, row, named.strip(": ")) for text in form.non_field_errors()]
    return whole + [
        Problem(text, bound.id_for_label, f"{named}{bound.label}") for bound in form for text in bound.errors
    ]


def errors_of(form):
    """{field, row or empty: [sentences]}."""
    if not hasattr(form, "forms"):
        return _errors(form)
    found = {"": list(form.non_form_errors())} if form.non_form_errors() else {}
    for row in form.forms:
        found |= _errors(row)
    return found


def _errors(form):
    return {
        (form.prefix or "") if name == "__all__" else form.add_prefix(name): list(texts)
        for name, texts in form.errors.items()
    }
