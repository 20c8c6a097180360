"""Two officers at the same moment: real transactions, real threads."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier, Event

import pytest
from django.db import connection

from campaigns import actions
from campaigns.actions import scoring
from campaigns.forms.scoring import BandFormSet, ScoringRuleForm
from campaigns.forms.sections import section_form
from campaigns.models import Criterion, Score, ScoreSheet
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import rule_of
from tests.factories import accounts, agencies, campaigns, tenants
from tests.factories.sheets import hand_in
from thidua.agencies.models import Agency
from thidua.tenancy.scope import tenant_scope
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integration]


@pytest.fixture
def stage(transactional_db):
    """A committed tenant with a campaign that is being scored: (tenant, cast, sheet, its criteria)."""
    tenant = tenants.tenant("snv-khanhhoa")
    with tenant_scope(tenant):
        tree = agencies.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaign = campaigns.launched(tree, cast.office)
        scoring.open_scoring(campaign=campaign, by=cast.office)
        sheet = campaign.sheets.get(participant__agency=tree["ccvc"])
        hand_in(sheet)
        return tenant, cast, sheet, scored_criteria(campaign)


def at_once(tenant, *calls):
    """Run the calls in threads that start together; the names of what each returned or raised."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait(timeout=10)
            with tenant_scope(tenant):
                return type(call()).__name__
        except (Refused, Outdated) as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(run, calls))


def point(sheet, criterion, points, by, **more):
    return lambda: scoring.save_points(
        sheet=sheet, criterion=criterion, points=Decimal(points), reason="", by=by, **more
    )


def test_two_savers_of_one_cell(stage):
    tenant, cast, sheet, (first, *_others) = stage
    calls = [point(sheet, first, points, cast.office, seen=None) for points in (7, 8)]
    assert at_once(tenant, *calls) == ["Outdated", "ScoreSheet"]
    with tenant_scope(tenant):
        assert Score.objects.get().points == ScoreSheet.objects.get(pk=sheet.pk).total


def test_two_cells_of_one_sheet_are_both_in_the_total(stage):
    tenant, cast, sheet, (first, second, _third) = stage
    assert at_once(
        tenant, point(sheet, first, 7, cast.office, seen=None), point(sheet, second, 8, cast.office, seen=None)
    ) == ["ScoreSheet", "ScoreSheet"]
    with tenant_scope(tenant):
        assert ScoreSheet.objects.get(pk=sheet.pk).total == 15


def test_a_point_never_changes_behind_the_publication(stage):
    tenant, cast, sheet, criteria = stage
    with tenant_scope(tenant):
        for criterion in criteria:
            point(sheet, criterion, 5, cast.office)()
        scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
    at_once(
        tenant,
        lambda: scoring.publish_scores(campaign=sheet.campaign, by=cast.office, without_missing=True),
        point(sheet, criteria[0], 9, cast.office),
    )
    with tenant_scope(tenant):
        kept = ScoreSheet.objects.get(pk=sheet.pk)
        points = sum(score.points for score in kept.scores.all())
        assert (kept.state, kept.total) == ("published", points)


def one_before_the_other(tenant, first, second):
    """`second` begins while `first` is done but not committed, and waits for it where it must; what each came to."""
    begun, waiting = Event(), Event()

    def run(call, before, after):
        try:
            before()
            with tenant_scope(tenant):
                call()
                after()
            return "done"
        except Refused as refused:
            return f"{type(refused).__name__}: {refused}"
        finally:
            begun.set()
            connection.close()

    def hold():
        begun.set()
        waiting.wait(timeout=1)  # the other one stands at the lock by then; it never gets here before

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(run, first, lambda: None, hold)
        two = pool.submit(run, second, lambda: begun.wait(timeout=10), waiting.set)
        return one.result(), two.result()


def new_rule(campaign, by, **change):
    """A form that was opened now, to be saved later."""
    data = dict.fromkeys(("self_score_until", "bonus_cap", "minus_cap", "first", "second", "third"), "") | change
    data |= {"bands-TOTAL_FORMS": "0", "bands-INITIAL_FORMS": "0"}
    form = ScoringRuleForm(data, instance=rule_of(campaign))
    bands = BandFormSet(data, instance=campaign, prefix="bands")
    assert form.is_valid()
    assert bands.is_valid()
    return lambda: scoring.save_rule(campaign=campaign, by=by, form=form, bands=bands)


def verified(stage):
    """The sheet of the stage with eight points at each criterion, verified."""
    _tenant, cast, sheet, criteria = stage
    for criterion in criteria:
        point(sheet, criterion, 8, cast.office)()
    scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)


def publication(stage):
    _tenant, cast, sheet, _criteria = stage
    return lambda: scoring.publish_scores(campaign=sheet.campaign, by=cast.office, without_missing=True)


def test_a_rule_does_not_change_behind_the_publication(stage):
    tenant, cast, sheet, criteria = stage
    with tenant_scope(tenant):
        Criterion.objects.filter(pk=criteria[2].pk).update(points_kind="bonus")
        verified(stage)
        rule = new_rule(sheet.campaign, cast.office, bonus_cap="1")
    first, second = one_before_the_other(tenant, publication(stage), rule)
    assert (first, second.split(":")[0]) == ("done", "Refused")
    with tenant_scope(tenant):
        assert ScoreSheet.objects.get(pk=sheet.pk).total == 24


def test_criteria_do_not_change_behind_the_publication(stage):
    tenant, cast, sheet, criteria = stage
    with tenant_scope(tenant):
        verified(stage)
        form = section_form("criteria", sheet.campaign)
        data = {f"{form.prefix}-TOTAL_FORMS": 5, f"{form.prefix}-INITIAL_FORMS": 5}
        for row in form.initial_forms:
            known = {name: row[name].value() for name in row.fields}
            data |= {row.add_prefix(name): value for name, value in known.items() if value not in (None, False)}
            if row.instance.pk == criteria[0].pk:
                data[row.add_prefix("max_points")] = "3"
        bound = section_form("criteria", sheet.campaign, data)
        assert bound.is_valid()
    save = {"campaign": sheet.campaign, "section": "criteria", "by": cast.office, "form": bound}
    first, second = one_before_the_other(tenant, publication(stage), lambda: actions.save_section(**save))
    assert (first, second.split(":")[0]) == ("done", "Refused")
    with tenant_scope(tenant):
        assert Criterion.objects.get(pk=criteria[0].pk).max_points == 10


def test_a_rule_counts_a_point_that_is_just_being_written(stage):
    tenant, cast, sheet, criteria = stage
    with tenant_scope(tenant):
        rule = new_rule(sheet.campaign, cast.office)
    assert one_before_the_other(tenant, point(sheet, criteria[0], 8, cast.office), rule) == ("done", "done")
    with tenant_scope(tenant):
        assert ScoreSheet.objects.get(pk=sheet.pk).total == 8


def test_two_first_rules_are_one(stage):
    tenant, cast, sheet, _criteria = stage
    with tenant_scope(tenant):
        first, second = (new_rule(sheet.campaign, cast.office) for _officer in range(2))
    first, second = one_before_the_other(tenant, first, second)
    assert (first, second.split(":")[0]) == ("done", "AlreadyDone")


def not_opened(cast):
    """Another campaign whose scoring is not opened yet."""
    return campaigns.launched({row.code: row for row in Agency.objects.all()}, cast.office, title="Phong trào khác")


def test_scoring_is_opened_once(stage):
    tenant, cast, _sheet, _criteria = stage
    with tenant_scope(tenant):
        campaign = not_opened(cast)

    def open_it():
        return scoring.open_scoring(campaign=campaign, by=cast.office)

    first, second = one_before_the_other(tenant, open_it, open_it)
    assert (first, second.split(":")[0]) == ("done", "AlreadyDone")


def test_a_unit_that_just_got_its_sheet_stays_in_the_campaign(stage):
    tenant, cast, sheet, _criteria = stage
    with tenant_scope(tenant):
        campaign = not_opened(cast)
        form = section_form("participants", campaign, {"agencies": [sheet.participant.agency_id]})
        assert form.is_valid()
    save = {"campaign": campaign, "section": "participants", "by": cast.office, "form": form}
    first, second = one_before_the_other(
        tenant,
        lambda: scoring.open_scoring(campaign=campaign, by=cast.office),
        lambda: actions.save_section(**save),
    )
    assert (first, second.split(":")[0]) == ("done", "Refused")
