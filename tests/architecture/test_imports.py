"""The direction of imports, and what web processes must not load."""

import subprocess
import sys
from pathlib import Path

from django.conf import settings

BIN = Path(sys.executable).parent


def run(*command):
    return subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=120)


def test_imports_keep_the_contract():
    linted = run(BIN / "lint-imports", "--no-cache")
    assert linted.returncode == 0, linted.stdout


def test_the_web_loads_nothing_heavy():
    """Rendering, spreadsheets and calendars belong to workers, or to the moment of their use."""
    code = (
        "import sys, thidua.wsgi\n"
        "from django.urls import get_resolver; get_resolver().url_patterns\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'weasyprint', 'PIL', 'holidays', 'openpyxl', 'psycopg'}))"
    )
    loaded = run(sys.executable, "-c", code)
    assert (loaded.returncode, loaded.stdout) == (0, "[]\n"), loaded.stderr
