"""A short plan around the section a test is about."""

from campaigns.reading import read_text

HEAD = """\
SỞ CÔNG THƯƠNG
Số: 61/KH-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nam, ngày 04 tháng 3 năm 2024
KẾ HOẠCH
Phát động phong trào thi đua năm 2024
Căn cứ Kế hoạch số 15/KH-UBND ngày 19/01/2024 của UBND tỉnh về công tác thi đua, khen thưởng năm 2024;
Sở Công Thương xây dựng Kế hoạch như sau:
I. MỤC ĐÍCH
Động viên công chức hoàn thành nhiệm vụ.
"""
FOOT = """
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
GIÁM ĐỐC
Trương Quốc Huy
"""


def plan_with(body: str) -> dict:
    return read_text(HEAD + body.strip("\n") + FOOT)


def offers(plan: dict) -> list[tuple]:
    return [(row["award"], row["authority"], row["nominee_kind"], row["quota"]) for row in plan["offers"]]


def milestones(plan: dict) -> list[tuple]:
    return [(row["kind"], row["due_on"], row["recurs"]) for row in plan["milestones"]]


def targets(plan: dict) -> list[tuple]:
    return [(row["comparator"], row["value"], row["unit"]) for row in plan["targets"]]


def components(plan: dict) -> list[tuple]:
    return [(row["name"], row["copies"]) for row in plan["dossier_components"]]


def agencies(plan: dict) -> list[str]:
    return [row["agency"] for row in plan["responsibilities"]]


def slips(plan: dict) -> list[tuple]:
    return [(row["code"], row["line"]) for row in plan["warnings"]]
