"""Load the national law of awards/law/*.toml into its tables: after every migrate, by the owner."""

import tomllib
from pathlib import Path

from django.db import connections

from .models import Award, BaseSalary, BonusRate, LegalRegime, ReportForm, VoteRule

FOLDER = Path(__file__).parent / "law"


def load_law(sender=None, **kwargs):
    """Bring the tables in step with the files. Rows are matched by their codes; nothing is removed."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('awards_national_award', 'INSERT')")
        if not cursor.fetchone()[0]:
            return
    regimes_and_salaries = _read("regimes.toml")
    regimes = {row["code"]: _upsert(LegalRegime, row, "code") for row in regimes_and_salaries["regime"]}
    for row in regimes_and_salaries["salary"]:
        _upsert(BaseSalary, row, "valid_from")
    awards = _load_awards(regimes)
    for row in _read("awards.toml")["vote"]:
        values = {**row, "regime": regimes[row["regime"]], "award": awards[row["award"]]}
        _upsert(VoteRule, values, "regime", "award")
    _load_forms(regimes)


def _load_awards(regimes):
    awards = {}
    for row in _read("awards.toml")["award"]:
        rates, old_rates = row.pop("bonus"), row.pop("bonus_R2017", None)
        award = awards[row["code"]] = _upsert(Award, row, "code")
        for code, regime in regimes.items():
            for subject_kind, coefficient in (old_rates if code == "R2017" and old_rates else rates).items():
                values = {
                    "regime": regime, "award": award, "subject_kind": subject_kind, "coefficient": coefficient,
                }  # fmt: skip
                _upsert(BonusRate, values, "regime", "award", "subject_kind")
    return awards


def _load_forms(regimes):
    for form in _read("forms.toml")["form"]:
        for code, (number, decree) in form["regimes"].items():
            values = {
                "regime": regimes[code], "merit_kind": form["merit_kind"], "code": number, "decree": decree,
                "sections": form["section"],
            }  # fmt: skip
            _upsert(ReportForm, values, "regime", "merit_kind")


def _upsert(model, values, *keys):
    lookup = {key: values[key] for key in keys}
    return model.objects.update_or_create(**lookup, defaults=values)[0]


def _read(name):
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
