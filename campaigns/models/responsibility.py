from django.db import models

from .campaign import Campaign
from .named_unit import NamedUnit


class Responsibility(NamedUnit):
    """What a unit has to do for the campaign (tổ chức thực hiện)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="responsibilities")
    text = models.TextField("Trách nhiệm")

    class Meta(NamedUnit.Meta):
        verbose_name = "trách nhiệm"
