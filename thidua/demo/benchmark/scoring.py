"""Ranking, the grid, one cell: time, queries, size."""

import statistics
import time
from decimal import Decimal
from random import Random

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import ScoreSheet
from campaigns.policies import scored_criteria
from campaigns.ranking import Entry, rank
from thidua.accounts.models import User
from thidua.demo.khanh_hoa import SLUG
from thidua.demo.tenants import account_of

MANY = 10_000


def measure_ranking():
    """Seconds to rank ten thousand units by all rules."""
    random = Random(7)
    entries = [
        Entry(
            key, Decimal(random.randrange(40, 100)), Decimal(random.randrange(40, 90)), Decimal(random.randrange(10)),
            Decimal(random.randrange(5)), tuple(Decimal(random.randrange(10)) for _ in range(40)),
        )
        for key in range(MANY)
    ]  # fmt: skip
    begun = time.perf_counter()
    rank(entries, ["fewer_minus", "more_plain", "more_bonus", "first_criteria"])
    return time.perf_counter() - begun


def measure_grid(campaign):
    """[(what, ms, queries, kilobytes)] of the grid and of one cell."""
    client = Client(HTTP_HOST="localhost")
    user = User.objects.get(email=account_of("vanphong", SLUG))
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    grid = reverse("score_grid", args=[SLUG, campaign.pk])
    sheet = ScoreSheet.objects.filter(campaign=campaign).first()
    criterion = scored_criteria(campaign)[0]
    cell = reverse("score_cell", args=[SLUG, sheet.pk, criterion.pk])
    return [
        ("Bảng điểm 300 đơn vị × 40 tiêu chí", *_ask(lambda: client.get(grid))),
        ("Lưu một ô", *_ask(lambda: client.post(cell, {"points": "1", "reason": "Đo tốc độ."}))),
    ]


def _ask(call):
    call()
    times = []
    for _ in range(5):
        with CaptureQueriesContext(connection) as queries:
            begun = time.perf_counter()
            answer = call()
            times.append(time.perf_counter() - begun)
    if answer.status_code != 200:
        raise RuntimeError(answer.content[:300])
    return statistics.median(times) * 1000, len(queries), len(answer.content) / 1024
