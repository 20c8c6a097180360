"""What the law says, on a day, for a tenant."""

from decimal import ROUND_CEILING, Decimal

from django.db.models import Q

from .models import BaseSalary, BonusRate, LegalRegime, OwnVoteRule, QualityRating, ReportForm, VoteRule


def regime_on(day):
    """The LegalRegime of a dossier received complete on `day`. Raises LegalRegime.DoesNotExist before 1/10/2017."""
    return LegalRegime.objects.on(day)


def vote_rule_for(*, award, regime, day):
    """The threshold of votes for `award`: the national one where the law sets it, else the tenant's own, else None."""
    national = VoteRule.objects.filter(regime=regime, award=award).first()
    if national:
        return national
    return (
        OwnVoteRule.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), award=award, valid_from__lte=day)
        .order_by("-valid_from")
        .first()
    )


def report_form_for(*, regime, merit_kind):
    """The prescribed form of the achievement report, or None where the law prescribes none."""
    return ReportForm.objects.filter(regime=regime, merit_kind=merit_kind).select_related("regime").first()


def bonus_amount(coefficient, base_salary):
    """Money of one award in đồng: coefficient × base salary, rounded UP to tens of thousand (NĐ 152/2025 đ.49)."""
    raw = Decimal(coefficient) * base_salary
    return int((raw / 10_000).to_integral_value(ROUND_CEILING)) * 10_000


def bonuses(*, regime, day):
    """{(award id, subject kind): đồng} for decisions of `day` under `regime`."""
    salary = BaseSalary.objects.filter(valid_from__lte=day).order_by("-valid_from").first()
    if salary is None:
        return {}
    return {
        (rate.award_id, rate.subject_kind): bonus_amount(rate.coefficient, salary.amount)
        for rate in BonusRate.objects.filter(regime=regime)
    }


def ratings_for(actor):
    """Ratings that the actor may read: the head of a unit, those filed under the own unit."""
    found = QualityRating.objects.select_related("agency__current", "person")
    return found if actor.sees_whole_tenant else found.filter(agency=actor.agency_id)
