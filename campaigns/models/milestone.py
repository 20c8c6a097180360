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

    def can_be_counted_from(self):
        """A yearly milestone has no day of its own from which another one could be counted."""
        return self.stated().exclude(certainty=Certainty.YEARLY)

    def rounds(self):
        """The days to hand in dossiers (đợt nộp hồ sơ): each deadline of a plan, each single year of a yearly one."""
        return self.filter(kind=MilestoneKind.DOSSIER_DEADLINE).exclude(certainty=Certainty.YEARLY)


class Milestone(TenantOwned):
    """A milestone of a campaign (mốc): on a day, some days from another one, every year, or yet to be announced.

    A yearly milestone is a rule; each of its years is a row of its own (`rule` points back), so that reminders,
    lists and calendars need to know of days only. A year that a document has moved (`set_by`) keeps its day when the
    rule changes. `awaits` keeps the plan's own words when the document has come: a copy awaits them again.

    A milestone whose anchor is deleted stays on the day that was last counted; without one it awaits what its anchor
    awaited.
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
    # delete() lets the followers go first; the database refuses to delete an anchor behind its back.
    anchor = models.ForeignKey(
        "self", models.DO_NOTHING, null=True, blank=True, related_name="followers", verbose_name="Tính từ mốc"
    )
    offset_days = models.SmallIntegerField("Cách mốc đó (ngày)", null=True, blank=True, help_text="Số âm: trước mốc.")
    yearly_day = models.PositiveSmallIntegerField("Ngày trong năm", null=True, blank=True)
    yearly_month = models.PositiveSmallIntegerField("Tháng trong năm", null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("Từ năm", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("Đến năm", null=True, blank=True)
    awaits = models.CharField(
        "Văn bản sẽ ấn định ngày", max_length=300, blank=True, help_text="Văn bản nào, của ai, khi mốc chưa có ngày."
    )
    set_by = models.CharField("Văn bản đã ấn định ngày", max_length=300, blank=True)
    rule = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="years", editable=False)
    of_year = models.PositiveSmallIntegerField("Của năm", null=True, blank=True, editable=False)

    objects = tenant_manager(MilestoneQuerySet)

    class Meta:
        verbose_name = "mốc"
        ordering = [F("due_on").asc(nulls_last=True), "id"]
        indexes = [models.Index(fields=["tenant", "due_on"], name="milestone_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(certainty=Certainty.FIXED, due_on__isnull=False)
                | Q(certainty=Certainty.RELATIVE, offset_days__isnull=False, anchor__isnull=False)
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
            models.CheckConstraint(
                condition=Q(yearly_day__lte=29)
                | Q(yearly_day=30) & ~Q(yearly_month=2)
                | Q(yearly_day=31) & ~Q(yearly_month__in=(2, 4, 6, 9, 11)),
                name="milestone_yearly_day_exists",
                violation_error_message="Ngày này không có trong tháng đã chọn.",
            ),
            models.CheckConstraint(
                condition=Q(rule__isnull=True, of_year__isnull=True) | Q(rule__isnull=False, of_year__isnull=False),
                name="milestone_year_of_rule",
            ),
            models.UniqueConstraint("tenant", "rule", "of_year", name="milestone_year_once"),
            # What an anchor points to: the migration adds the foreign key over the same three columns.
            models.UniqueConstraint(fields=["tenant", "campaign", "id"], name="milestone_of_campaign"),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Keep the days that follow from this row in step: its own, its followers', its single years."""
        if self.certainty == Certainty.RELATIVE:
            # As it stands now: a row saved in the same form may have moved the anchor.
            anchor = Milestone.objects.filter(pk=self.anchor_id).first()
            self.due_on = _shifted(anchor, self.offset_days)
            if "update_fields" in kwargs:
                kwargs["update_fields"] = {*kwargs["update_fields"], "due_on"}
        super().save(*args, **kwargs)
        self._write_years()
        self._move_followers({self.pk})

    def _move_followers(self, moved):
        """`moved`: rows that have their day. While a form turns two milestones round they follow one another."""
        for follower in self.followers.filter(certainty=Certainty.RELATIVE).exclude(pk__in=moved):
            day = _shifted(self, follower.offset_days)
            if follower.due_on != day:
                follower.due_on = day
                Milestone.objects.filter(pk=follower.pk).update(due_on=day)
                follower._move_followers(moved | {follower.pk})

    def delete(self, *args, **kwargs):
        for follower in self.followers.all():
            follower.let_go(self)
        return super().delete(*args, **kwargs)

    def let_go(self, anchor):
        """Stay where one is when `anchor` goes: on the day last counted, or waiting for what the anchor waited for."""
        self.anchor = self.offset_days = None
        if self.certainty == Certainty.RELATIVE:
            self.certainty = Certainty.FIXED if self.due_on else Certainty.AWAITED
            if not self.due_on:
                self.awaits = anchor.awaits or f"Văn bản ấn định ngày của mốc «{anchor.name}»"[:300]
        self.save()

    def _write_years(self):
        if self.rule_id:
            return
        wanted = {day.year: day for day in self.yearly_dates()}
        for row in self.years.all():
            self._keep_year(row, wanted.pop(row.of_year, None))
        for year, day in wanted.items():
            Milestone.objects.create(
                campaign_id=self.campaign_id, rule=self, of_year=year, kind=self.kind, name=self.name, due_on=day,
                phase_id=self.phase_id, movement_id=self.movement_id,
            )  # fmt: skip

    def _keep_year(self, row, day):
        """A year keeps its row and takes over what the rule says: dossiers and extensions stand on it.

        A day that a document has moved stays; a year with dossiers stays even when the rule no longer has it.
        """
        if day is None:
            with suppress(ProtectedError):
                row.delete()
            return
        wanted = {name: getattr(self, name) for name in ("kind", "name", "phase_id", "movement_id")}
        wanted |= {} if row.set_by else {"due_on": day}
        changed = [name for name, value in wanted.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, wanted[name])
        if changed:
            row.save(update_fields=changed)

    def yearly_dates(self):
        """The days of a yearly milestone, oldest first; 29/2 exists in leap years only."""
        if self.certainty != Certainty.YEARLY:
            return []
        return days_of_years(self.yearly_day, self.yearly_month, self.first_year, self.last_year)

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

    @property
    def source(self):
        """The document that has set the day, or that has yet to set it."""
        return self.set_by or self.awaits


def days_of_years(day, month, first, last):
    """That day of each year from `first` to `last` in which it exists."""
    days = []
    for year in range(first, last + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return days


def _shifted(anchor, days):
    return anchor.due_on + timedelta(days=days) if anchor and anchor.due_on and days is not None else None


class MilestoneUnit(NamedUnit):
    """A unit that answers for a milestone (cơ quan chịu trách nhiệm)."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="units")

    class Meta(NamedUnit.Meta):
        verbose_name = "đơn vị chịu trách nhiệm mốc"
        constraints = [models.UniqueConstraint("tenant", "milestone", "name", name="milestone_unit_once")]
