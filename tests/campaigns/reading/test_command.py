"""`manage.py read_plan`: the facts on the terminal, or one sentence that says why not. No database is touched."""

import json

import pytest
from django.core.management import CommandError, call_command

from .plans import GIAO_DUC


def test_json(tmp_path, capsys):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(GIAO_DUC, encoding="utf-8")
    call_command("read_plan", str(path), "--json")
    plan = json.loads(capsys.readouterr().out)
    assert plan["number"] == "45/KH-SGDĐT"
    assert plan["extra"]["movements"] == []


def test_summary(tmp_path, capsys):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(GIAO_DUC, encoding="utf-8")
    call_command("read_plan", str(path))
    said = capsys.readouterr().out
    assert "Sở Giáo dục và Đào tạo" in said
    assert "Hình thức khen thưởng: 4" in said


@pytest.mark.parametrize("words", ["", "Danh sách đi chợ: rau muống, cá lóc, gạo."])
def test_refusal(tmp_path, words):
    path = tmp_path / "khac.txt"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(CommandError) as refusal:
        call_command("read_plan", str(path), "--json")
    assert str(refusal.value).endswith(".")


def test_no_such_file(tmp_path):
    with pytest.raises(CommandError):
        call_command("read_plan", str(tmp_path / "mat.txt"))
