"""What has to come from the operating system: Pango for WeasyPrint, Chromium for the browser tests."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from . import ROOT

LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",  # without it PDFs take five to ten times as long
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PRIVATE = ROOT / "var" / "lib"


def environment() -> dict[str, str]:
    """Libraries that we unpacked ourselves are found through this."""
    folders = sorted({str(path.parent) for path in PRIVATE.rglob("*.so.*")})
    known = [os.environ["LD_LIBRARY_PATH"]] if os.environ.get("LD_LIBRARY_PATH") else []
    return {"LD_LIBRARY_PATH": ":".join(folders + known)} if folders else {}


def missing() -> list[str]:
    """Asked in a process of its own, where LD_LIBRARY_PATH counts from the start."""
    if sys.platform == "darwin":  # Homebrew's folders and names are WeasyPrint's own business
        return []
    code = f"import ctypes\nfor name in {list(LIBRARIES)}:\n try: ctypes.CDLL(name)\n except OSError: print(name)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **environment()}, check=False
    )
    return [LIBRARIES[name] for name in run.stdout.split()]


def install(packages: list[str]) -> bool:
    """With apt, as root or by a sudo that asks nothing."""
    if not shutil.which("apt-get"):
        return False
    prefix = []
    if os.geteuid():
        if (
            not shutil.which("sudo")
            or subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
        ):
            return False
        prefix = ["sudo", "-n"]
    print(f"Cài gói hệ thống: {' '.join(packages)}", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    add = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(add, capture_output=True, check=False).returncode == 0:
        return True
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    return subprocess.run(add, stdout=subprocess.DEVNULL, check=False).returncode == 0


def unpack(packages: list[str]) -> None:
    """Without any rights: the same packages, opened in var/lib."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return
    plan = subprocess.run(
        ["apt-get", "-s", "--no-install-recommends", "install", *packages], capture_output=True, text=True, check=False
    )
    names = re.findall(r"^Inst (\S+)", plan.stdout, re.MULTILINE)
    if not names:
        return
    with tempfile.TemporaryDirectory() as folder:
        download = ["apt-get", "-qq", "download", *names]
        if subprocess.run(download, cwd=folder, capture_output=True, check=False).returncode:
            return
        for package in Path(folder).glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, PRIVATE], check=True)


def provide_libraries():
    packages = missing()
    if packages and not install(packages):
        unpack(packages)
    if packages := missing():
        print(
            f"Thiếu thư viện hệ thống cho việc tạo PDF: hãy nhờ quản trị cài {' '.join(packages)} "
            "(Debian/Ubuntu: apt-get install …).",
            file=sys.stderr,
        )
        return set(packages) == {"libharfbuzz-subset0"}
    return True


def chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def provide_chromium() -> str | None:
    found = chromium()
    if not found and install(["chromium"]):
        found = chromium()
    if not found:
        print("Không có Chromium: các bài kiểm thử trong trình duyệt sẽ được bỏ qua (đặt CHROMIUM=… nếu có).")
    return found


if __name__ == "__main__":
    sys.exit(not provide_libraries())
