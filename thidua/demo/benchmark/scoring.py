"""The ranking of 10,000 units, and the grid of 300 units × 40 criteria: loaded, one cell saved. Leaves nothing behind."""

import statistics
import time
from decimal import Decimal

from django.db import transaction
from django.test import Client
from django.urls import reverse

from campaigns.actions import scoring
from campaigns.models import Campaign, Participant, Score, ScoreSheet
from campaigns.policies import scored_criteria
from campaigns.ranking import RULES
from campaigns.selectors.scoring import Ranker, items_of, rule_of
from thidua.accounts.models import User
from thidua.agencies.models import Agency
from thidua.demo.khanh_hoa import SLUG
from thidua.demo.tenants import account_of

UNITS, CRITERIA, RANKED = 300, 40, 10_000
ROUNDS = 5


def measure_scoring():
    """[(what, median in ms)]; call inside the scope of the demo's tenant."""
    rows = []
    with transaction.atomic():
        campaign = _campaign()
        rows.append((f"Xếp hạng {RANKED:,} đơn vị × {CRITERIA} tiêu chí".replace(",", "."), _ranking(campaign)))
        rows += _grid(campaign)
        transaction.set_rollback(True)
    return rows


def _campaign():
    """A campaign with 300 units and 40 criteria, every cell filled."""
    organiser = Agency.objects.get(code="so")
    model = Campaign.objects.filter(state="launched").latest("pk")
    campaign = Campaign.objects.create(
        title="Đo tốc độ chấm điểm", kind=model.kind, year=model.year, organiser=organiser, state="launched",
        starts_on=model.starts_on, ends_on=model.ends_on, launched_at=model.launched_at, launched_by=model.launched_by,
    )  # fmt: skip
    for number in range(CRITERIA):
        campaign.criteria.create(position=number, text=f"Tiêu chí {number + 1}", max_points=10)
    agencies = Agency.objects.bulk_create(Agency(code=f"bd-{n}", position=1000 + n) for n in range(UNITS))
    version = organiser.current
    for agency in agencies:
        version.pk, version.agency, version.short_name = None, agency, f"Đơn vị {agency.code}"
        version.save(force_insert=True)
        Agency.objects.filter(pk=agency.pk).update(current=version.pk)
    joined = Participant.objects.bulk_create(Participant(campaign=campaign, agency=agency) for agency in agencies)
    sheets = ScoreSheet.objects.bulk_create(ScoreSheet(campaign=campaign, participant=row) for row in joined)
    criteria = scored_criteria(campaign)
    Score.objects.bulk_create(
        (Score(sheet=sheet, criterion=row, self_points=9, points=9) for sheet in sheets for row in criteria),
        batch_size=2000,
    )
    scoring.refresh_totals(campaign)
    return campaign


def _ranking(campaign):
    """From points to places: sums with caps, every rule for ties, grades."""
    rule, items = rule_of(campaign), items_of(campaign)
    rule.tie_rules = sorted(RULES)
    sheets = [ScoreSheet(pk=number, campaign=campaign) for number in range(RANKED)]
    points = {sheet.pk: {item.id: Decimal((sheet.pk * item.id) % 11) for item in items} for sheet in sheets}
    bands = [("Tốt", Decimal(300)), ("Khá", Decimal(200))]
    return _median(lambda: Ranker(rule, items, points, bands).places(sheets))


def _grid(campaign):
    client, cell = _office(), campaign.sheets.first()
    first = scored_criteria(campaign)[0]
    load = reverse("score_grid", args=[SLUG, campaign.pk])
    save = reverse("score_cell", args=[SLUG, cell.pk, first.pk])
    data = {"points": "9", "seen": "9", "reason": ""}
    _check(client.get(load))
    return [
        (f"Bảng điểm {UNITS} × {CRITERIA}: mở", _median(lambda: _check(client.get(load)))),
        (f"Bảng điểm {UNITS} × {CRITERIA}: lưu một ô", _median(lambda: _check(client.post(save, data)))),
    ]


def _office():
    client = Client()
    client.force_login(
        User.objects.get(email=account_of("vanphong", SLUG)),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def _check(answer):
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.request['PATH_INFO']}: {answer.status_code}")


def _median(call):
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000
