"""What the running demo tells other processes of this folder: addresses and the key, in one private file."""

import json
import os
import secrets
from pathlib import Path

NAME = "state.json"


def load_environment(demo_dir: str | os.PathLike) -> dict[str, str]:
    """Environment variables of the demo in this folder; empty when it never ran."""
    try:
        return json.loads((Path(demo_dir) / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def save_environment(demo_dir: str | os.PathLike, environment: dict[str, str]) -> dict[str, str]:
    """Replace the file in one step; the secret key lives on, so that sessions survive a restart."""
    demo_dir = Path(demo_dir)
    key = load_environment(demo_dir).get("SECRET_KEY") or secrets.token_urlsafe(50)
    environment = {"SECRET_KEY": key, **environment}
    new = demo_dir / f"{NAME}.new"
    new.unlink(missing_ok=True)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(environment, file, indent=1)
    new.replace(demo_dir / NAME)
    return environment
