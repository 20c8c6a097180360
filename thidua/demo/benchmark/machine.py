"""On what it was measured, and how much memory the processes hold."""

import contextlib
import os
import platform
from pathlib import Path

import psutil
import psycopg2
from django.db import connection


def describe():
    """One line about the machine."""
    memory = psutil.virtual_memory().total / 2**30
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgres = cursor.fetchone()[0].split()[0]
    return f"{os.cpu_count()} nhân, {memory:.0f} GiB, {_processor()}, Python {platform.python_version()}, PostgreSQL {postgres}"


def _processor():
    info = Path("/proc/cpuinfo")
    names = (
        [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    return names[0] if names else platform.machine()


def refresh_statistics():
    """What autovacuum does a minute after many rows came in; until then the planner thinks the tables are empty."""
    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_OWNER_URL"])) as owner:
        owner.autocommit = True
        owner.cursor().execute("ANALYZE")


def measure_memory():
    """[(process, MB)] of the demo's own web and worker processes: private and shared memory together (RSS)."""
    rows = []
    for process in psutil.Process(os.getppid()).children(recursive=True):
        if process.pid == os.getpid():
            continue
        words = " ".join(process.cmdline())
        for label, mark in (("web", "gunicorn"), ("worker", "celery")):
            if mark in words:
                rows.append((label, process.memory_info().rss / 2**20))
    return sorted(rows, reverse=True)
