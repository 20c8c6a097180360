"""Who takes part: the plan's own words with their rule, and the list of agencies."""

from django import forms

from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency

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
        self.choose("under", Agency.objects.present())


class ParticipantsForm(forms.Form):
    """Which agencies take part, by kind."""

    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Đơn vị tham gia", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, instance, **kwargs):
        self.campaign = instance
        chosen = list(instance.participants.values_list("agency_id", flat=True))
        super().__init__(*args, initial={"agencies": chosen}, **kwargs)
        agencies = list(Agency.objects.present())
        self.fields["agencies"].queryset = Agency.objects.present()
        groups = {}
        for agency in agencies:
            groups.setdefault(agency.current.get_kind_display(), []).append((agency.pk, str(agency)))
        self.fields["agencies"].choices = list(groups.items())

    def clean_agencies(self):
        chosen = self.cleaned_data["agencies"]
        scored = self.campaign.participants.filter(sheets__isnull=False).exclude(agency__in=chosen).select_related(
            "agency__current"
        ).distinct()  # fmt: skip
        if scored:
            names = ", ".join(row.agency.short_name for row in scored)
            raise forms.ValidationError(f"{names} đã có phiếu chấm điểm nên không bỏ khỏi phong trào được.")
        return chosen

    def save(self):
        chosen = set(self.cleaned_data["agencies"])
        present = {row.agency: row for row in self.campaign.participants.select_related("agency")}
        for agency, row in present.items():
            if agency not in chosen:
                row.delete()
        for agency in chosen - set(present):
            Participant.objects.create(campaign=self.campaign, agency=agency)
