"""What a plan says, as plain data: to find what an amendment changed."""

from django.db import models

SECTIONS = {
    "closing": "Kinh phí, nơi nhận",
    "phases": "Giai đoạn, đợt",
    "celebrations": "Ngày kỷ niệm",
    "movements": "Phong trào cấp trên",
    "legal_bases": "Căn cứ",
    "milestones": "Mốc thời gian",
    "criteria": "Nội dung, tiêu chí",
    "offers": "Hình thức, số lượng khen thưởng",
    "targets": "Chỉ tiêu",
    "standards": "Tiêu chuẩn khen thưởng",
    "components": "Thành phần hồ sơ",
    "groups": "Đối tượng thi đua",
    "participants": "Đơn vị tham gia",
    "tasks": "Chương trình công tác",
    "responsibilities": "Tổ chức thực hiện",
}
WHOLE = ("general", "closing")  # parts that are fields of the campaign itself
HIDDEN = {
    "id", "tenant", "campaign", "revision", "state", "launched_at", "launched_by", "folded", "copied_from", "rule",
    "of_year",
}  # fmt: skip


def row_facts(row):
    """{verbose name: value in words} of one row of the plan."""
    facts = {}
    for field in row._meta.concrete_fields:
        if field.name in HIDDEN:
            continue
        facts[str(field.verbose_name)] = _words(_labelled(row, field))
    if hasattr(row, "units"):
        facts["Đơn vị thực hiện"] = ", ".join(unit.name for unit in row.units.all())
    if hasattr(row, "only_for"):
        facts["Chỉ cho các hình thức"] = ", ".join(str(link.offer) for link in row.only_for.all())
    return facts


def _labelled(row, field):
    """The value of a field, with labels where it holds codes."""
    if field.choices:
        return getattr(row, f"get_{field.name}_display")()
    value = getattr(row, field.name)
    of_each = getattr(field, "base_field", None)
    if value and of_each is not None and of_each.choices:
        labels = dict(of_each.flatchoices)
        return [str(labels.get(code, code)) for code in value]
    return value


def _words(value):
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if hasattr(value, "strftime"):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, models.Model | list):
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return str(value)


def section_facts(campaign, section):
    """{(row id, name): facts} of one section («general» and «closing» are the campaign itself)."""
    if section in WHOLE:
        campaign.refresh_from_db()
        return {(campaign.pk, str(campaign)): row_facts(campaign)}
    rows = getattr(campaign, section)
    rows = rows.stated() if section == "milestones" else rows.all()
    return {(row.pk, str(row)): row_facts(row) for row in rows}


def differences(before, after):
    """[{what, before, after}] between two section_facts, matched by row id."""
    old = {pk: (name, facts) for (pk, name), facts in before.items()}
    new = {pk: (name, facts) for (pk, name), facts in after.items()}
    changes = []
    for pk, (name, facts) in old.items():
        if pk not in new:
            changes.append({"what": f"Bỏ «{name}»", "before": name, "after": ""})
            continue
        for key, value in new[pk][1].items():
            if facts.get(key, "") != value:
                changes.append({"what": f"{new[pk][0]} – {key}", "before": facts.get(key, ""), "after": value})
    for pk, (name, _facts) in new.items():
        if pk not in old:
            changes.append({"what": f"Thêm «{name}»", "before": "", "after": name})
    return changes
