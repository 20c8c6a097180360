"""A real browser before a real demo: web, worker, beat and PostgreSQL as `make demo` starts them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EXPECTED = re.compile("409 \\(Conflict\\)|401 \\(Unauthorized\\)")  # what the scripts themselves provoke and answer
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OUTSIDE = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_APP_ROLE",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
    "MAKELEVEL",
)


@pytest.fixture(scope="package")
def chromium():
    """Path of Chromium. Where there is none the tests say so and are skipped; in CI that is a failure."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sentence = "Không tìm thấy Chromium: cài gói chromium, hoặc đặt CHROMIUM=đường dẫn."
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    return path


@pytest.fixture(scope="package")
def demo(chromium, tmp_path_factory):
    """Address of a running demo with its data; stopped afterwards."""
    folder = tmp_path_factory.mktemp("demo")
    env = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    env |= {"DEMO_DIR": str(folder), "PORT": "0", "HOST": "127.0.0.1"}
    log = (folder / "demo.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "thidua.embedded.demo"],
        cwd=ROOT,
        env=env,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        yield wait_until_up(process, folder)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def wait_until_up(process, folder):
    end = time.monotonic() + 300  # both cores are busy with other tests while it loads
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail((folder / "demo.log").read_text())
        if "đang chạy tại" in (folder / "demo.log").read_text():
            port = json.loads((folder / "state.json").read_text())["PORT"]
            address = f"http://127.0.0.1:{port}"
            with urlopen(f"{address}/healthz") as answer:
                assert answer.status == 200
            return address
        time.sleep(0.2)
    pytest.fail((folder / "demo.log").read_text())


@pytest.fixture(scope="package")
def browser(chromium):
    """Closed after the last of these tests: Playwright's loop would keep Django's from the database."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, demo):
    """visit(account, width=1440): a page in which somebody of Sở Nội vụ Khánh Hòa has signed in by the form."""
    contexts = []

    def sign_in(account, width=1440, height=900):
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, locale="vi-VN", base_url=demo, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
        page.set_default_timeout(10_000)
        page.goto("/dang-nhap/")
        page.fill("input[name=login]", f"{account}@snv-khanhhoa.demo")
        page.fill("input[name=password]", "thidua-demo")
        page.keyboard.press("Enter")
        page.wait_for_url("**/snv-khanhhoa/")
        return page

    yield sign_in
    for context in contexts:
        for page in context.pages:
            assert [text for text in page.complaints if not EXPECTED.search(text)] == [], page.url
        context.close()
