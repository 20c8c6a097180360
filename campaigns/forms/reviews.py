"""What the office and the units type about a review."""

from django import forms

from thidua.web.widgets import DateInput

from ..enums import MilestoneKind, ReviewKind
from ..models import Milestone, Review, UnitReport
from ..selectors.reviews import milestones_to_hold

KIND_OF = {
    MilestoneKind.INTERIM_REVIEW: ReviewKind.INTERIM,
    MilestoneKind.FINAL_REVIEW: ReviewKind.FINAL,
    MilestoneKind.REPORT: ReviewKind.INTERIM,
}


class OpenReviewForm(forms.ModelForm):
    """Open a review: from when to when its figures reach, until when units report."""

    milestone = forms.ModelChoiceField(
        Milestone.objects.none(), label="Theo mốc của kế hoạch", required=False, empty_label="Không theo mốc nào"
    )

    class Meta:
        model = Review
        fields = ["milestone", "kind", "name", "covers_from", "covers_to", "due_on"]
        widgets = {"covers_from": DateInput(), "covers_to": DateInput(), "due_on": DateInput()}

    def __init__(self, *args, campaign, milestone=None, **kwargs):
        super().__init__(*args, initial=proposed(campaign, milestone), **kwargs)
        self.instance.campaign = campaign
        chosen = self.fields["milestone"]
        chosen.queryset = milestones_to_hold(campaign)
        chosen.label_from_instance = lambda one: f"{one.name} ({one.due_on:%d/%m/%Y})"

    def clean(self):
        values = super().clean()
        name, campaign = (values.get("name") or "").strip(), self.instance.campaign
        if name and campaign.reviews.filter(name=name).exists():
            self.add_error("name", f"Đã có đợt «{name}»; hãy mở đợt đó hoặc đặt tên khác.")
        return values


def proposed(campaign, milestone):
    """What a milestone of the plan says about its review; without one, the whole campaign."""
    values = {"kind": ReviewKind.INTERIM, "covers_from": campaign.starts_on, "covers_to": campaign.ends_on}
    if milestone is None:
        return values
    phase = milestone.phase
    values |= {
        "milestone": milestone, "kind": KIND_OF[milestone.kind], "name": review_name(milestone),
        "due_on": milestone.due_on,
    }  # fmt: skip
    if milestone.kind == MilestoneKind.FINAL_REVIEW:
        values["covers_to"] = min(max(milestone.due_on, campaign.starts_on), campaign.ends_on)
    elif phase:
        values |= {"covers_from": phase.starts_on, "covers_to": phase.ends_on}
    else:
        values["covers_to"] = max(milestone.due_on, campaign.starts_on)
        if milestone.rule_id:
            values["covers_from"] = max(campaign.starts_on, milestone.due_on.replace(month=1, day=1))
    return values


def review_name(milestone):
    """«Báo cáo sơ kết hằng năm» of one year is «Sơ kết năm 2026»."""
    name = milestone.name.removeprefix("Báo cáo ")
    name = name[:1].upper() + name[1:]
    if not milestone.rule_id or str(milestone.due_on.year) in name:
        return name
    return f"{name.removesuffix('hằng năm').strip()} năm {milestone.due_on.year}"


class DraftForm(forms.ModelForm):
    """Texts that are saved while one types; `revision` tells whether a colleague has saved in between."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision
        for name, field in self.fields.items():
            if name != "revision":
                field.required, field.max_length = False, 20_000
                field.widget = forms.Textarea(attrs={"rows": 6})


class UnitReportForm(DraftForm):
    class Meta:
        model = UnitReport
        fields = ["results", "shortcomings", "proposals"]
        help_texts = {
            "results": "Những việc làm được, cách làm hay, điển hình tiên tiến; số liệu đã có ở bên cạnh.",
            "shortcomings": "Việc chưa đạt và nguyên nhân.",
        }


class ConsolidatedForm(DraftForm):
    class Meta:
        model = Review
        fields = ["assessment", "shortcomings", "directions", "proposals"]
        help_texts = {
            "assessment": "In ở phần I của báo cáo, sau số đơn vị tham gia.",
            "shortcomings": "Để trống: báo cáo in tồn tại, hạn chế do các đơn vị nêu.",
            "proposals": "Để trống: báo cáo in kiến nghị của các đơn vị.",
        }
