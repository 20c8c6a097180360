from contextlib import suppress
from datetime import date, timedelta

from django.db import models
from django.db.models import F, ProtectedError, Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import Certainty, MilestoneKind
from .campaign import Campaign
from .named_unit import NamedUnit


class MilestoneQuerySet(models.QuerySet):
    def dated(self):
        return self.filter(due_on__isnull=False)

    def stated(self):
        """What the plan itself says: without the single years of a yearly milestone."""
        return self.filter(rule__isnull=True)

    def rounds(self):
        """The days to hand in dossiers (đợt nộp hồ sơ): each deadline of a plan, each single year of a yearly one."""
        return self.filter(kind=MilestoneKind.DOSSIER_DEADLINE).exclude(certainty=Certainty.YEARLY)


class Milestone(TenantOwned):
    """A milestone of a campaign (mốc): on a day, some days from another one, every year, or yet to be announced.

    A yearly milestone is a rule; each of its years is a row of its own (`rule` points back), so that reminders,
    lists and calendars need to know of days only.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="milestones")
    phase = models.ForeignKey(
        "campaigns.Phase", models.SET_NULL, null=True, blank=True, related_name="milestones", verbose_name="Giai đoạn"
    )
    movement = models.ForeignKey(
        "campaigns.ParentMovement",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name="Thuộc phong trào",
    )
    kind = models.CharField("Loại mốc", max_length=20, choices=MilestoneKind.choices)
    name = models.CharField("Tên mốc", max_length=300)
    certainty = models.CharField("Thời hạn", max_length=10, choices=Certainty.choices, default=Certainty.FIXED)
    due_on = models.DateField("Ngày", null=True, blank=True)
    anchor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="followers", verbose_name="Tính từ mốc"
    )
    offset_days = models.SmallIntegerField("Cách mốc đó (ngày)", null=True, blank=True, help_text="Số âm: trước mốc.")
    yearly_day = models.PositiveSmallIntegerField("Ngày trong năm", null=True, blank=True)
    yearly_month = models.PositiveSmallIntegerField("Tháng trong năm", null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("Từ năm", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("Đến năm", null=True, blank=True)
    awaits = models.CharField(
        "Văn bản sẽ ấn định ngày", max_length=300, blank=True, help_text="Văn bản nào, của ai, khi mốc chưa có ngày."
    )
    rule = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="years", editable=False)

    objects = tenant_manager(MilestoneQuerySet)

    class Meta:
        verbose_name = "mốc"
        ordering = [F("due_on").asc(nulls_last=True), "id"]
        indexes = [models.Index(fields=["tenant", "due_on"], name="milestone_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(certainty=Certainty.FIXED, due_on__isnull=False)
                | Q(certainty=Certainty.RELATIVE, offset_days__isnull=False)
                | Q(
                    certainty=Certainty.YEARLY, due_on__isnull=True, yearly_day__range=(1, 31),
                    yearly_month__range=(1, 12), first_year__isnull=False, last_year__gte=F("first_year"),
                )
                | (Q(certainty=Certainty.AWAITED, due_on__isnull=True) & ~Q(awaits="")),
                name="milestone_dated_or_awaited",
                violation_error_message=(
                    "Mốc phải có ngày. «Tính từ mốc khác» cần mốc và số ngày; «Hằng năm» cần ngày, tháng, từ năm, "
                    "đến năm; nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn» và ghi văn bản sẽ ấn định ngày."
                ),
            ),
            models.CheckConstraint(condition=~Q(anchor=F("id")), name="milestone_not_its_own_anchor"),
            models.UniqueConstraint("tenant", "rule", "due_on", name="milestone_year_once"),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Keep the days that follow from this row in step: its own, its followers', its single years."""
        if self.certainty == Certainty.RELATIVE:
            self.due_on = _shifted(self.anchor, self.offset_days)
            if "update_fields" in kwargs:
                kwargs["update_fields"] = {*kwargs["update_fields"], "due_on"}
        super().save(*args, **kwargs)
        self._write_years()
        for follower in self.followers.exclude(pk=self.pk):
            if follower.due_on != _shifted(self, follower.offset_days):
                follower.anchor = self
                follower.save(update_fields=["due_on"])

    def _write_years(self):
        if self.rule_id:
            return
        wanted = {day.year: day for day in self.yearly_dates()}
        for row in self.years.all():
            self._keep_year(row, wanted.pop(row.due_on.year, None))
        for day in wanted.values():
            Milestone.objects.create(
                campaign_id=self.campaign_id, rule=self, kind=self.kind, name=self.name, due_on=day,
                phase_id=self.phase_id, movement_id=self.movement_id,
            )  # fmt: skip

    def _keep_year(self, row, day):
        """A year keeps its row when its day moves: dossiers and extensions stand on it; one with dossiers stays."""
        if day is None:
            with suppress(ProtectedError):
                row.delete()
        elif (row.due_on, row.name, row.kind) != (day, self.name, self.kind):
            row.due_on, row.name, row.kind = day, self.name, self.kind
            row.save(update_fields=["due_on", "name", "kind"])

    def yearly_dates(self):
        """The days of a yearly milestone, oldest first; 29/2 exists in leap years only."""
        if self.certainty != Certainty.YEARLY:
            return []
        days = []
        for year in range(self.first_year, self.last_year + 1):
            try:
                days.append(date(year, self.yearly_month, self.yearly_day))
            except ValueError:
                continue
        return days

    @property
    def is_round(self):
        """Dossiers are handed in by this day (MilestoneQuerySet.rounds)."""
        return self.kind == MilestoneKind.DOSSIER_DEADLINE and self.certainty != Certainty.YEARLY

    @property
    def when(self):
        """The time as the plan says it, in words."""
        if self.certainty == Certainty.YEARLY:
            return f"ngày {self.yearly_day:02d}/{self.yearly_month:02d} hằng năm, từ {self.first_year} đến {self.last_year}"
        if self.certainty == Certainty.AWAITED:
            return f"theo {self.awaits}"
        return f"{self.due_on:%d/%m/%Y}" if self.due_on else f"{self.offset_days} ngày từ «{self.anchor}»"


def _shifted(anchor, days):
    return anchor.due_on + timedelta(days=days) if anchor and anchor.due_on and days is not None else None


class MilestoneUnit(NamedUnit):
    """A unit that answers for a milestone (cơ quan chịu trách nhiệm)."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="units")

    class Meta(NamedUnit.Meta):
        verbose_name = "đơn vị chịu trách nhiệm mốc"
        constraints = [models.UniqueConstraint("tenant", "milestone", "name", name="milestone_unit_once")]
