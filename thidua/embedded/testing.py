"""pytest with a database: `python -m thidua.embedded.testing [pytest's arguments]`."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from . import ROOT, system
from .postgres import APP, Server
from .processes import die_with_parent
from .provision import provision

DEFAULTS = ["-n", "2", "--dist", "loadgroup", "-q"]


@contextlib.contextmanager
def scratch():
    """Everything that tests leave behind; as root, PostgreSQL runs as someone else, who must be able to walk through."""
    folder = Path(tempfile.mkdtemp(prefix="thidua-run-", dir="/tmp"))
    folder.chmod(0o711)
    (folder / "tmp").mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def database(folder):
    if os.environ.get("DATABASE_URL"):
        yield provision(os.environ)
        return
    with Server(folder / "postgres", throwaway=True) as server:
        yield {**server.environment(), "DATABASE_APP_ROLE": APP}


def run_pytest(arguments, env):
    pytest = subprocess.Popen([sys.executable, "-m", "pytest", *DEFAULTS, *arguments], cwd=ROOT, env=env)
    try:
        return pytest.wait()
    except KeyboardInterrupt:  # the terminal told pytest as well
        return pytest.wait()
    finally:
        if pytest.poll() is None:
            pytest.terminate()
            pytest.wait()


def main(arguments):
    if os.environ.get("MAKELEVEL"):
        die_with_parent()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    browser = system.provide_chromium()
    with scratch() as folder, database(folder) as variables:
        env = {**os.environ, **system.environment(), **variables, "TMPDIR": str(folder / "tmp")}
        env["DJANGO_SETTINGS_MODULE"] = "thidua.settings.test"
        if browser:
            env["CHROMIUM"] = browser
        return run_pytest(arguments, env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
