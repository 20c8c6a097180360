"""What can be won, and the papers it takes."""

from django import forms

from awards.models import Award
from thidua.agencies.enums import AgencyKind

from ..models import AwardOffer, ComponentOffer, DossierComponent, ParentMovement
from .rows import RowForm


class OfferForm(RowForm):
    award = forms.ModelChoiceField(Award.objects.none(), label="Danh hiệu, hình thức")
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
            "quota", "quota_percent", "quota_population", "reference", "standards",
        ]  # fmt: skip
        widgets = {"standards": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.choose("award", Award.objects.all())
        self.choose("movement", campaign.movements.all())

    def clean(self):
        values = super().clean()
        award, kind = values.get("award"), values.get("nominee_kind")
        if award and kind and kind not in award.subjects:
            self.add_error("nominee_kind", f"«{award.name}» không dành cho đối tượng này ({award.article}).")
        return values


class ComponentForm(RowForm):
    """A paper of the dossier; it may belong to some of the offers only."""

    offers = forms.ModelMultipleChoiceField(
        AwardOffer.objects.none(), label="Chỉ cho các hình thức", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn: mọi hình thức khen thưởng của phong trào.",
    )  # fmt: skip

    class Meta:
        model = DossierComponent
        fields = ["position", "kind", "name", "form", "decree", "originals", "per_nominee", "required", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def choose_among(self, campaign):
        self.choose("offers", campaign.offers.select_related("award"))
        if self.instance.pk:
            self.initial["offers"] = [link.offer_id for link in self.instance.only_for.all()]

    def save(self, commit=True):
        component = super().save(commit=commit)
        if commit and "offers" in self.changed_data:
            chosen = {offer.pk for offer in self.cleaned_data["offers"]}
            component.only_for.exclude(offer__in=chosen).delete()
            for pk in chosen - set(component.only_for.values_list("offer_id", flat=True)):
                ComponentOffer.objects.create(component=component, offer_id=pk)
        return component
