"""What every row of a plan's part has in common."""

from django import forms
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.forms import BaseInlineFormSet

from thidua.web.office_words import in_office_words

from ..models import LegalDocument
from ..models.named_unit import name_units

CITED = ("kind", "number", "issued_on", "issuer", "subject")


class LinesField(forms.CharField):
    """Several short texts, one a line; the value is a list of str."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *args, max_line=250, **kwargs):
        self.max_line = max_line
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = value if isinstance(value, list) else super().to_python(value).splitlines()
        return [line.strip() for line in lines if line.strip()]

    def validate(self, value):
        super().validate(value)
        for line in value:
            if len(line) > self.max_line:
                raise forms.ValidationError(
                    f"Dòng «{line[:40]}…» dài {len(line)} ký tự; mỗi dòng tối đa {self.max_line} ký tự."
                )

    def has_changed(self, initial, data):
        return self.to_python(initial or []) != self.to_python(data or "")


class RowForm(forms.ModelForm):
    """One row of a part. `shared`: what all rows of the part have read already."""

    def __init__(self, *args, campaign=None, shared=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.campaign, self.shared = campaign, {} if shared is None else shared
        in_office_words(self)
        self.choose_among(campaign)

    def has_changed(self):
        """A new row that only got its place is still an empty row."""
        placed = {"position"} if self.instance._state.adding else set()
        return bool(set(self.changed_data) - placed)

    def choose_among(self, campaign):
        """Limit the choices to what belongs to the campaign. Overridden where there are any."""

    def choose(self, name, rows):
        """Let the field choose among `rows`, a queryset that is read once for all rows of the part."""
        field = self.fields[name]
        field.queryset = rows
        if name not in self.shared:
            self.shared[name] = list(field.choices)
        own = self.instance.pk if rows.model is self._meta.model else None
        if own:  # nothing belongs to itself or follows itself
            field.queryset = rows.exclude(pk=own)
        field.choices = [(value, label) for value, label in self.shared[name] if not own or value != own]


class UnitsRowForm(RowForm):
    """A row with the units in charge of it, one a line; names of agencies of the tenant are recognised."""

    unit_lines = LinesField(label="Đơn vị thực hiện", required=False, help_text="Mỗi dòng một đơn vị.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["unit_lines"] = [unit.name for unit in self.instance.units.all()]

    def save(self, commit=True):
        row = super().save(commit=commit)
        if commit and "unit_lines" in self.changed_data:
            name_units(row.units, self.cleaned_data["unit_lines"])
        return row


def file_document(values, prefix=""):
    """The LegalDocument that typed fields mean, or None when nothing was typed."""
    cited = {name: values.get(prefix + name) for name in CITED}
    cited = {name: value if value is not None or name == "issued_on" else "" for name, value in cited.items()}
    if not (cited["kind"] and (cited["number"] or cited["subject"])):
        return None
    return LegalDocument.objects.filed(**cited)


def cited_initial(document, prefix=""):
    """What the fields of a cited document show of a row that has one."""
    return {prefix + name: getattr(document, name) for name in CITED} if document else {}


class RowFormSet(BaseInlineFormSet):
    """Rows of one part. A row is known by its id, wherever it stands on the page; one that somebody else removed
    meanwhile is written anew. A row that other things use already cannot be removed: say so instead of failing.
    """

    def __init__(self, *args, queryset=None, **kwargs):
        super().__init__(*args, queryset=self.rows() if queryset is None else queryset, **kwargs)

    def rows(self):
        """The rows with what their forms show of other tables, in one query each."""
        shown = [name for name in ("document", "award") if hasattr(self.model, name)]
        rows = self.model.objects.select_related(*shown) if shown else self.model.objects.all()
        return rows.prefetch_related(*(name for name in ("units", "only_for") if hasattr(self.model, name)))

    def _construct_form(self, i, **kwargs):
        if self.is_bound:
            if known := self._existing_object(self._posted_id(i)):
                kwargs["instance"] = known
        elif i >= self.initial_form_count():
            kwargs["initial"] = {"position": i + 1}
        form = super()._construct_form(i, **kwargs)
        form.fields["id"].required = False
        return form

    def _posted_id(self, i):
        value = str(self.data.get(f"{self.add_prefix(i)}-id", ""))
        return int(value) if value.isdecimal() else None

    def add_fields(self, form, index):
        super().add_fields(form, index)
        pk = form.fields["id"].initial
        form.fields["id"] = forms.IntegerField(required=False, initial=pk, widget=forms.HiddenInput())
        form.fields["DELETE"].label = "Bỏ dòng này"

    @property
    def initial_forms(self):
        return [form for form in self.forms if not form.instance._state.adding]

    @property
    def extra_forms(self):
        return [form for form in self.forms if form.instance._state.adding]

    def delete_existing(self, obj, commit=True):
        try:
            super().delete_existing(obj, commit=commit)
        except (ProtectedError, IntegrityError):
            raise forms.ValidationError(_in_use(obj)) from None

    def clean(self):
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and _is_used(form.instance):
                raise forms.ValidationError(_in_use(form.instance))

    def deleted_rows(self):
        """Ids of the rows that this form removes."""
        return {form.instance.pk for form in self.deleted_forms}

    def kept_forms(self):
        """The forms of rows that stay or are new, as far as they are filled in rightly."""
        gone = self.deleted_forms
        return [form for form in self.forms if form not in gone and form.is_valid()]


def _in_use(row):
    return f"«{row}» đang được sử dụng (hồ sơ, phiếu chấm điểm…) nên không bỏ được."


def _is_used(row):
    """True when another thing refers to the row and forbids to delete it."""
    for relation in row._meta.related_objects:
        if (
            relation.on_delete.__name__ == "PROTECT"
            and relation.related_model.objects.filter(**{relation.field.name: row}).exists()
        ):
            return True
    return False
