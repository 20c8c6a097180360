"""Who takes part: the plan's own words with their rule, and the list of agencies."""

from django import forms
from django.db.models import Q

from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency

from ..holdings import holdings
from ..models import Participant, ParticipantGroup
from .rows import RowForm


class GroupForm(RowForm):
    """A line of «Đối tượng thi đua». With a kind or «mọi đơn vị thuộc», matching agencies join the list."""

    agency_kinds = forms.MultipleChoiceField(
        choices=AgencyKind.choices, label="Tự chọn các loại đơn vị", required=False, widget=forms.CheckboxSelectMultiple
    )
    under = forms.ModelChoiceField(
        Agency.objects.none(), label="Mọi đơn vị thuộc", required=False, empty_label="(không theo cơ quan cấp trên)"
    )

    class Meta:
        model = ParticipantGroup
        fields = ["position", "nominee_kind", "text", "agency_kinds", "under"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        named = campaign.groups.values("under")
        rows = Agency.objects.filter(Q(ended_on__isnull=True) | Q(pk__in=named))
        self.choose("under", rows.select_related("current").order_by("position", "id"))


class ParticipantsForm(forms.Form):
    """Which agencies take part, by kind: those of today, and those that took part and have been dissolved since.

    A whole kind is chosen with one box; an agency that has sent or been given something stays on the list.
    """

    kinds = forms.MultipleChoiceField(
        label="Chọn tất cả đơn vị loại", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Mọi đơn vị của các loại này được chọn khi lưu, cùng với những đơn vị đánh dấu dưới đây.",
    )  # fmt: skip
    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Đơn vị tham gia", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, instance, **kwargs):
        self.campaign = instance
        chosen = list(instance.participants.values_list("agency_id", flat=True))
        super().__init__(*args, initial={"agencies": chosen}, **kwargs)
        agencies = Agency.objects.filter(Q(ended_on__isnull=True) | Q(pk__in=chosen)).select_related("current")
        self.fields["agencies"].queryset = agencies
        self.rows = list(agencies.order_by("position", "id"))
        by_kind = {}
        for agency in self.rows:
            by_kind.setdefault(agency.current.kind, []).append(agency)
        labels = dict(AgencyKind.choices)
        self.fields["agencies"].choices = [
            (f"{labels[kind]} ({len(rows)})", [(row.pk, _name(row)) for row in rows]) for kind, rows in by_kind.items()
        ]
        self.fields["kinds"].choices = [(kind, f"{labels[kind]} ({len(rows)})") for kind, rows in by_kind.items()]

    def clean(self):
        values = super().clean()
        if "agencies" not in values or "kinds" not in values:
            return values
        whole = [row for row in self.rows if row.current.kind in values["kinds"] and not row.ended_on]
        values["agencies"] = {*values["agencies"], *whole}
        removed = self.campaign.participants.exclude(agency__in=values["agencies"]).select_related("agency__current")
        held = holdings(self.campaign, [row.agency_id for row in removed])
        for row in removed:
            if row.agency_id in held:
                what = ", ".join(held[row.agency_id])
                self.add_error("agencies", f"{row.agency.short_name} đã có {what} nên không bỏ khỏi phong trào được.")
        return values

    def save(self):
        chosen = set(self.cleaned_data["agencies"])
        present = {row.agency: row for row in self.campaign.participants.select_related("agency")}
        for agency, row in present.items():
            if agency not in chosen:
                row.delete()
        for agency in chosen - set(present):
            Participant.objects.create(campaign=self.campaign, agency=agency)


def _name(agency):
    return f"{agency} (kết thúc hoạt động {agency.ended_on:%d/%m/%Y})" if agency.ended_on else str(agency)
