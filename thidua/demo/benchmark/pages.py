"""Pages per second and median latency under the demo's gunicorn (2 workers)."""

import http.client
import os
import statistics
import threading
import time

from django.test import Client
from django.urls import reverse

from thidua.accounts.models import User
from thidua.demo.khanh_hoa import SLUG
from thidua.demo.tenants import account_of

SECONDS = 4
THREADS = 4
PAGES = (
    ("Việc của tôi (Văn phòng)", "vanphong", "tenant_home"),
    ("Việc của tôi (Trưởng đơn vị)", "truongdonvi", "tenant_home"),
    ("Việc của tôi (Giám đốc)", "giamdoc", "tenant_home"),
    ("Phong trào thi đua", "vanphong", "campaign_list"),
    ("Một phong trào, 50 đơn vị", "vanphong", "campaign_overview"),
    ("Hồ sơ đề nghị, 50 dòng", "vanphong", "dossier_list"),
    ("Tiếp nhận, kiểm tra, 50 dòng", "vanphong", "check_queue"),
    ("Phê duyệt", "giamdoc", "approval_list"),
    ("Quyết định", "giamdoc", "decision_list"),
    ("Cán bộ, 50 dòng", "vanphong", "person_list"),
)


def cookie_of(role):
    client = Client()
    client.force_login(
        User.objects.get(email=account_of(role, SLUG)), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return f"sessionid={client.cookies['sessionid'].value}"


def measure_pages(campaign_id):
    """[(page, pages/s, median in ms)], each measured for a few seconds with four keep-alive connections."""
    rows = []
    for label, role, name in PAGES:
        arguments = [SLUG, campaign_id] if name == "campaign_overview" else [SLUG]
        rows.append((label, *_measure(reverse(name, args=arguments), cookie_of(role))))
    return rows


def _measure(path, cookie):
    times, end = [], time.monotonic() + SECONDS
    threads = [threading.Thread(target=_ask, args=(path, cookie, end, times)) for _ in range(THREADS)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / (time.monotonic() - begun), statistics.median(times) * 1000


def _ask(path, cookie, end, times):
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=30)
    while time.monotonic() < end:
        begun = time.monotonic()
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        times.append(time.monotonic() - begun)
