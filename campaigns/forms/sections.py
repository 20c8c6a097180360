"""The parts of a plan, each a list of rows."""

from django import forms
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.forms import BaseInlineFormSet, inlineformset_factory

from awards.models import Award
from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency
from thidua.web.widgets import DateInput

from ..models import (
    AwardOffer,
    Campaign,
    Criterion,
    DossierComponent,
    LegalBasis,
    Milestone,
    ParentMovement,
    Participant,
    Phase,
)
from .campaign import CampaignForm

DATE_FIELDS = ("starts_on", "ends_on", "due_on", "issued_on")


class RowForm(forms.ModelForm):
    """One row; dates as the browser's own date field."""

    def __init__(self, *args, campaign=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.campaign = campaign
        for name in DATE_FIELDS:
            if name in self.fields:
                self.fields[name].widget = DateInput()
        self.choose_among(campaign)

    def choose_among(self, campaign):
        """Limit the choices to what belongs to the campaign. Overridden where there are any."""


class PhaseForm(RowForm):
    class Meta:
        model = Phase
        fields = ["name", "starts_on", "ends_on", "celebrates"]


class MovementForm(RowForm):
    class Meta:
        model = ParentMovement
        fields = ["name", "launcher", "document", "starts_on", "ends_on"]


class LegalBasisForm(RowForm):
    class Meta:
        model = LegalBasis
        fields = ["position", "kind", "number", "issued_on", "issuer", "subject"]


class MilestoneForm(RowForm):
    phase = forms.ModelChoiceField(
        Phase.objects.none(), label="Giai đoạn", required=False, empty_label="(cả phong trào)"
    )

    class Meta:
        model = Milestone
        fields = ["kind", "name", "certainty", "due_on", "awaits", "phase"]

    def choose_among(self, campaign):
        self.fields["phase"].queryset = campaign.phases.all()


class CriterionForm(RowForm):
    parent = forms.ModelChoiceField(
        Criterion.objects.none(), label="Thuộc nhóm", required=False, empty_label="(là nhóm)"
    )

    class Meta:
        model = Criterion
        fields = ["position", "parent", "text", "max_points"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.fields["parent"].queryset = campaign.criteria.filter(parent__isnull=True)


class OfferForm(RowForm):
    award = forms.ModelChoiceField(Award.objects.all(), label="Danh hiệu, hình thức")
    movement = forms.ModelChoiceField(
        ParentMovement.objects.none(), label="Thuộc phong trào", required=False, empty_label="(phong trào này)"
    )
    agency_kinds = forms.MultipleChoiceField(
        choices=AgencyKind.choices,
        label="Dành cho loại đơn vị",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn: mọi đơn vị tham gia.",
    )

    class Meta:
        model = AwardOffer
        fields = [
            "award", "authority", "decided_here", "nominee_kind", "movement", "agency_kinds", "selection", "quota_kind",
            "quota", "reference", "standards",
        ]  # fmt: skip
        widgets = {"standards": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.fields["movement"].queryset = campaign.movements.all()

    def clean(self):
        values = super().clean()
        award, kind = values.get("award"), values.get("nominee_kind")
        if award and kind and kind not in award.subjects:
            self.add_error("nominee_kind", f"«{award.name}» không dành cho đối tượng này ({award.article}).")
        return values


class ComponentForm(RowForm):
    class Meta:
        model = DossierComponent
        fields = ["position", "kind", "name", "form_note", "originals", "per_nominee", "required"]


class RowFormSet(BaseInlineFormSet):
    """Rows of one part. A row that dossiers use already cannot be removed: say so instead of failing."""

    def delete_existing(self, obj, commit=True):
        try:
            super().delete_existing(obj, commit=commit)
        except (ProtectedError, IntegrityError):
            raise forms.ValidationError(f"«{obj}» đang được hồ sơ sử dụng nên không bỏ được.") from None

    def clean(self):
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and _is_used(form.instance):
                raise forms.ValidationError(f"«{form.instance}» đang được hồ sơ sử dụng nên không bỏ được.")


def _is_used(row):
    """True when another thing refers to the row and forbids to delete it."""
    for relation in row._meta.related_objects:
        if (
            relation.on_delete.__name__ == "PROTECT"
            and relation.related_model.objects.filter(**{relation.field.name: row}).exists()
        ):
            return True
    return False


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

    def save(self):
        chosen = set(self.cleaned_data["agencies"])
        present = {row.agency: row for row in self.campaign.participants.select_related("agency")}
        for agency, row in present.items():
            if agency not in chosen:
                row.delete()
        for agency in chosen - set(present):
            Participant.objects.create(campaign=self.campaign, agency=agency)


def _formset(form, extra=1, **options):
    return inlineformset_factory(
        Campaign, form._meta.model, form=form, formset=RowFormSet, extra=extra, can_delete=True, **options
    )


FORMSETS = {
    "movements": _formset(MovementForm),
    "legal_bases": _formset(LegalBasisForm),
    "phases": _formset(PhaseForm),
    "milestones": _formset(MilestoneForm),
    "criteria": _formset(CriterionForm, extra=2),
    "offers": _formset(OfferForm),
    "components": _formset(ComponentForm),
}
# slug → (label, hint), in the order of a plan's own chapters.
CHAPTERS = {
    "general": ("Thông tin chung", "Tên, thời gian, mục đích, yêu cầu, kinh phí."),
    "legal_bases": ("Căn cứ", "Văn bản làm căn cứ; in vào kế hoạch và quyết định."),
    "movements": ("Phong trào cấp trên", "Các phong trào do cấp trên phát động mà kế hoạch này hưởng ứng."),
    "phases": ("Giai đoạn, đợt", "Các giai đoạn hoặc đợt thi đua."),
    "participants": ("Đối tượng", "Đơn vị tham gia phong trào."),
    "criteria": ("Nội dung, tiêu chí", "Nhóm tiêu chí và từng tiêu chí."),
    "offers": ("Hình thức, số lượng", "Danh hiệu, hình thức khen thưởng; thẩm quyền; số suất."),
    "components": ("Hồ sơ", "Thành phần hồ sơ đơn vị phải nộp."),
    "milestones": ("Mốc thời gian", "Đăng ký, sơ kết, hạn nộp hồ sơ, tổng kết, trao thưởng."),
}


def section_form(section, campaign, data=None):
    """The form or formset of one part of the plan, bound when `data` is given."""
    if section == "general":
        return CampaignForm(data, instance=campaign)
    if section == "participants":
        return ParticipantsForm(data, instance=campaign)
    return FORMSETS[section](data, instance=campaign, form_kwargs={"campaign": campaign})
