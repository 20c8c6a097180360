"""Pages per second and median latency under the demo's gunicorn (2 workers)."""

import http.client
import os
import re
import shutil
import statistics
import subprocess
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
    ("Một phong trào, 77 đơn vị", "vanphong", "campaign_overview"),
    ("Một phong trào, 300 đơn vị", "vanphong", "crowd"),
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


def measure_pages(campaign_id, crowd_id):
    """[(page, pages/s, median in ms)], each measured for a few seconds with four keep-alive connections."""
    rows = []
    for label, role, name in PAGES:
        ids = {"campaign_overview": [campaign_id], "crowd": [crowd_id]}.get(name, [])
        page = "campaign_overview" if name == "crowd" else name
        rows.append((label, *_measure(reverse(page, args=[SLUG, *ids]), cookie_of(role))))
    return rows


def _measure(path, cookie):
    """wrk where there is one: a load generator in Python takes a good part of a core from the servers it measures."""
    return _measure_by_wrk(path, cookie) if shutil.which("wrk") else _measure_by_threads(path, cookie)


def _measure_by_wrk(path, cookie):
    url = f"http://127.0.0.1:{os.environ['PORT']}{path}"
    command = ["wrk", "-t1", f"-c{THREADS}", f"-d{SECONDS}s", "--latency", "-H", f"Cookie: {cookie}", url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told:
        raise RuntimeError(f"{path}: {told}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])
    median, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)\b", told).groups()
    return rate, float(median) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def _measure_by_threads(path, cookie):
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
