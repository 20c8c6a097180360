from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from campaigns.models import Campaign
from thidua.demo.benchmark.crowd import crowded_campaign
from thidua.demo.benchmark.documents import measure_documents, measure_jobs
from thidua.demo.benchmark.machine import describe, measure_memory, refresh_statistics
from thidua.demo.benchmark.pages import measure_pages
from thidua.demo.benchmark.reading import measure_reading
from thidua.demo.benchmark.rows import add_rows
from thidua.demo.benchmark.scoring import measure_grid, measure_ranking
from thidua.demo.khanh_hoa import SLUG
from thidua.demo.tenants import actor
from thidua.jobs.work import SWEPT
from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope


class Command(BaseCommand):
    help = "Đo tốc độ trên bản trình diễn đang chạy; in bảng và ghi docs/performance.md."

    def handle(self, *args, **options):
        tenant = Tenant.objects.get(slug=SLUG)
        with transaction.atomic(), tenant_scope(tenant):
            add_rows()
            crowd = crowded_campaign(actor("vanphong", SLUG))
        refresh_statistics()
        self.wait_for_quiet(tenant)
        with tenant_scope(tenant):
            campaign_id = Campaign.objects.filter(state="launched").exclude(pk=crowd.pk).latest("pk").pk
            reading = measure_reading(list(Campaign.objects.all()))
            grid = measure_grid(crowd)
        pages = measure_pages(campaign_id, crowd.pk)
        jobs = measure_jobs(tenant)
        with tenant_scope(tenant):
            documents = measure_documents()
        text = self.report(pages, documents, jobs, measure_memory(), grid, reading)
        self.stdout.write(text)
        (Path(settings.BASE_DIR) / "docs" / "performance.md").write_text(text, encoding="utf-8")

    def wait_for_quiet(self, tenant, patience=120):
        """Let the worker finish what making the rows has asked of it."""
        import time

        for _ in range(patience):
            with tenant_scope(tenant):
                if not any(model.objects.filter(status__in=("waiting", "running")).exists() for model in SWEPT):
                    return
            time.sleep(1)

    def report(self, pages, documents, jobs, memory, grid, reading):
        lines = [
            "# Performance", "",
            f"Measured by `make bench` on {timezone.localdate():%d/%m/%Y}: {describe()}. gunicorn with 2 sync workers, the load generator on",
            "the same machine (4 connections), embedded servers, folder broker. Rough as absolute numbers, good as ratios.", "",
            "| page | pages/s | median ms |", "|---|---:|---:|",
            *[f"| {label} | {rate:.0f} | {median:.1f} |" for label, rate, median in pages], "",
            "| document | ours, ms | bare WeasyPrint, ms | ratio |", "|---|---:|---:|---:|",
            *[f"| {label} | {ours:.0f} | {bare:.0f} | {ratio:.2f} |" for label, ours, bare, ratio in documents], "",
            "From click to file through the worker: " + ", ".join(f"{second:.2f} s" for second in jobs) + ".", "",
            "| scoring | ms | queries | kB |", "|---|---:|---:|---:|",
            *[f"| {label} | {ms:.0f} | {queries} | {size:.0f} |" for label, ms, queries, size in grid], "",
            f"Ranking 10,000 units by all rules: {measure_ranking():.2f} s. Reading the longest plan of the demo "
            f"({reading[0]} letters, Word): {reading[1]:.2f} s, {reading[2]:.0f} MB at most.", "",
            "| process | MB |", "|---|---:|",
            *[f"| {label} | {size:.0f} |" for label, size in memory], "",
        ]  # fmt: skip
        return "\n".join(lines)
