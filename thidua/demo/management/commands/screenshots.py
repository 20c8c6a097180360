import os
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from thidua.demo.tenants import PASSWORD, account_of

SLUG = "snv-khanhhoa"
DESK, PHONE = (1280, 800), (390, 844)
# file, role, width × height, address or the link to follow from it
SHOTS = (
    ("home", "vanphong", DESK, "/", None),
    ("campaign", "vanphong", DESK, "/phong-trao/?year=2024", "tbody th a"),
    ("check", "vanphong", DESK, "/kiem-tra/", "td.cell-actions a"),
    ("dossier", "truongdonvi", DESK, "/ho-so/", "tbody th a"),
    ("approval-phone", "giamdoc", PHONE, "/phe-duyet/", None),
    ("timeline-phone", "truongdonvi", PHONE, "/", None),
)


class Command(BaseCommand):
    help = "Chụp ảnh màn hình của bản trình diễn đang chạy vào docs/screenshots."

    def handle(self, *args, **options):
        from playwright.sync_api import sync_playwright

        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        if not chromium:
            raise CommandError("Không tìm thấy Chromium: cài gói chromium, hoặc đặt CHROMIUM=đường dẫn.")
        folder = Path(settings.BASE_DIR) / "docs" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
            for shot in SHOTS:
                self.stdout.write(str(self.shoot(browser, folder, *shot)))
            browser.close()

    def shoot(self, browser, folder, name, role, size, address, link):
        base = f"http://127.0.0.1:{os.environ['PORT']}"
        page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
        page.goto(f"{base}/dang-nhap/")
        page.fill("input[name=login]", account_of(role, SLUG))
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{SLUG}/")
        page.goto(f"{base}/{SLUG}{address}")
        if link:
            page.locator(link).first.click()
            page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        file = folder / f"{name}.png"
        page.screenshot(path=file)
        page.close()
        self.shrink(file)
        return file

    def shrink(self, file):
        """Few colours are enough for a screen of text; the repository stays small."""
        from PIL import Image

        with Image.open(file) as image:
            small = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
        small.save(file, optimize=True)
