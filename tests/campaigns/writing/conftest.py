"""What a browser would post for one part of a plan: `posted`, `save`."""

from datetime import date

import pytest
from django.http import QueryDict

from campaigns.actions import save_section
from campaigns.forms.sections import section_form


@pytest.fixture
def posted(campaign):
    """posted(section, {row: {field: value}}, *new rows, delete=): the bound form, rows as they stand but for that."""

    def bind(section, changes=None, *new, delete=()):
        form = section_form(section, campaign)
        data = QueryDict(mutable=True)
        data.update({f"{section}-TOTAL_FORMS": form.initial_form_count() + len(new)})
        data.update({f"{section}-INITIAL_FORMS": form.initial_form_count()})
        changed = {row.pk: values for row, values in (changes or {}).items()}
        for row in form.initial_forms:
            _type(data, row, {"id": row.instance.pk} | changed.get(row.instance.pk, {}))
            if row.instance in delete:
                data[row.add_prefix("DELETE")] = "on"
        for index, values in enumerate(new, form.initial_form_count()):
            for name, value in values.items():
                data[f"{section}-{index}-{name}"] = str(value)
        return section_form(section, campaign, data)

    return bind


def _type(data, row, changes):
    for name, field in row.fields.items():
        value = changes.get(name, field.prepare_value(row.initial.get(name, field.initial)))
        value = getattr(value, "pk", value)
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, list):
            data.setlist(row.add_prefix(name), value)
        elif value not in (None, False):
            data[row.add_prefix(name)] = str(value)


@pytest.fixture
def save(campaign, office, posted):
    """save(section, …): what posted() makes of it is saved; the Amendment."""

    def write(section, *args, **options):
        form = posted(section, *args, **options)
        assert form.is_valid(), (form.errors, form.non_form_errors())
        return save_section(campaign=campaign, section=section, by=office, form=form)

    return write


@pytest.fixture
def errors(posted):
    """errors(section, …): {field: sentences} of every row of the form."""

    def found(*args, **options):
        return [dict(row) for row in posted(*args, **options).errors if row]

    return found
