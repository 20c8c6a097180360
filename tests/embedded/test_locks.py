"""Locks name versions and hashes, never where a machine happened to fetch them."""

import json

import pytest

from thidua.embedded import ROOT, install

LOCKS = ["requirements.lock", "requirements-dev.lock", "package-lock.json"]


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_holds_an_address(name):
    assert "://" not in (ROOT / name).read_text()


@pytest.mark.parametrize("name", LOCKS[:2])
def test_every_python_package_has_a_hash(name):
    entries = (ROOT / name).read_text().replace("\\\n", "").splitlines()
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_every_npm_package_has_a_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_runtime_lock_is_part_of_the_other():
    runtime, everything = (set((ROOT / name).read_text().splitlines()) for name in LOCKS[:2])
    assert runtime - everything == set()


def test_psycopg_3_stays_out():
    assert "\npsycopg==" not in (ROOT / LOCKS[1]).read_text()


def test_the_lock_is_split_for_pip(tmp_path, monkeypatch):
    monkeypatch.setattr(install, "VENV", tmp_path)
    install.split_lock()
    uv, rest = (tmp_path / "uv.lock.txt").read_text(), (tmp_path / "rest.lock.txt").read_text()
    assert uv.startswith("uv==")
    assert len((uv + rest).splitlines()) == len((ROOT / LOCKS[1]).read_text().splitlines())
    assert "\nuv==" not in rest
