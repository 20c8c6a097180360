"""Content and criteria, targets, standards, the work programme, responsibilities."""

from django import forms

from awards.enums import QualityGrade
from awards.models import Award
from thidua.agencies.enums import AgencyKind

from ..enums import CriterionRole, Measure
from ..models import Criterion, ProgrammeTask, Responsibility, Standard, Target
from .rows import RowForm, RowFormSet, UnitsRowForm


class CriterionForm(RowForm):
    parent = forms.ModelChoiceField(
        Criterion.objects.none(), label="Thuộc nhóm", required=False, empty_label="(là nhóm)"
    )

    class Meta:
        model = Criterion
        fields = ["position", "role", "parent", "text", "max_points", "points_kind", "evidence_required"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.choose("parent", campaign.criteria.filter(parent__isnull=True))


class CriterionFormSet(RowFormSet):
    """Groups with lines under them: two levels, each group with lines of its own role, none left without its group."""

    def clean(self):
        super().clean()
        gone, lines = self.deleted_rows(), self.kept_forms()
        kept = {form.instance.pk: form for form in lines}
        groups = {form.cleaned_data["parent"].pk for form in lines if form.cleaned_data.get("parent")}
        said = [(form, _against_group(form, kept, gone, groups)) for form in lines if form.cleaned_data.get("parent")]
        for form, sentence in said:
            if sentence:
                form.add_error("parent", sentence)


def _against_group(form, kept, gone, groups):
    """What speaks against the group of a line once all rows are saved: a sentence, or nothing."""
    group = form.cleaned_data["parent"]
    heading = kept[group.pk].cleaned_data if group.pk in kept else {}
    role = heading.get("role", group.role)
    if group.pk in gone:
        return f"Nhóm «{group}» bị bỏ trong lần lưu này; bỏ cả dòng này hoặc chọn nhóm khác."
    if form.instance.pk in groups or heading.get("parent"):
        return "Nhóm không nằm trong một nhóm khác: chỉ có nhóm và các dòng của nhóm."
    if role != form.cleaned_data["role"]:
        return f"Nhóm «{group}» là «{CriterionRole(role).label}»; dòng trong nhóm phải cùng loại."
    return ""


class TargetForm(RowForm):
    award = forms.ModelChoiceField(
        Award.objects.none(), label="Danh hiệu đăng ký", required=False, empty_label="(mọi danh hiệu)"
    )
    agency_kinds = forms.MultipleChoiceField(
        choices=AgencyKind.choices, label="Chỉ các loại đơn vị", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn: mọi đơn vị tham gia.",
    )  # fmt: skip
    grades = forms.MultipleChoiceField(
        choices=QualityGrade.choices, label="Các mức xếp loại được tính", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = Target
        fields = [
            "position", "text", "comparator", "value", "unit", "population", "agency_kinds", "measure", "grades", "award",
        ]  # fmt: skip
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.choose("award", Award.objects.all())

    def clean(self):
        values = super().clean()
        if values.get("measure") == Measure.RATING and not values.get("grades"):
            self.add_error("grades", "Chọn ít nhất một mức xếp loại được tính.")
        return values


class StandardForm(RowForm):
    class Meta:
        model = Standard
        fields = ["position", "nominee_kind", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}


class TaskForm(UnitsRowForm):
    class Meta:
        model = ProgrammeTask
        fields = ["quarter", "position", "task", "due_on"]
        widgets = {"task": forms.Textarea(attrs={"rows": 2})}


class ResponsibilityForm(RowForm):
    class Meta:
        model = Responsibility
        fields = ["position", "name", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def save(self, commit=True):
        from thidua.agencies.names import fold

        from ..models.named_unit import agencies_by_name

        self.instance.agency = agencies_by_name().get(fold(self.instance.name))
        return super().save(commit=commit)
