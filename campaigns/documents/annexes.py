"""The annexes of a plan: table of criteria with points, programme by quarter, registration form."""

from thidua.documents.layout import roman

from ..models.legal_basis import day_month_year
from .blocks import Annex, Block, SigningPlace, Table

QUARTERS = {1: "QUÝ I", 2: "QUÝ II", 3: "QUÝ III", 4: "QUÝ IV", None: "CẢ NĂM"}
SIGNS = {"plain": "", "bonus": "Thưởng đến ", "minus": "Trừ đến "}


def annexes_of(campaign, plan):
    """Those that the plan needs, numbered in order."""
    made = []
    if any(leaf.criterion.max_points for leaf in leaves_of(plan["criteria"])):
        made.append(("BẢNG TIÊU CHÍ VÀ THANG ĐIỂM THI ĐUA", (criteria_table(plan["criteria"]),)))
    if plan["tasks"]:
        title = f"CHƯƠNG TRÌNH CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM {campaign.year}"
        made.append((title, (programme_table(plan["tasks"]),)))
    made.append((f"BẢN ĐĂNG KÝ THI ĐUA NĂM {campaign.year}", registration_form()))
    return [Annex(f"Phụ lục {roman(number)}", title, blocks) for number, (title, blocks) in enumerate(made, 1)]


def leaves_of(nodes):
    return [leaf for node in nodes for leaf in (node.children or [node])]


def points(criterion):
    if criterion.max_points is None:
        return ""
    return SIGNS[criterion.points_kind] + f"{criterion.max_points.normalize():f}".replace(".", ",")


def criteria_table(nodes):
    rows = []
    for node in nodes:
        if node.children:
            rows.append(("", node.criterion.text.upper(), points(node.criterion)))
        rows += [(leaf.number, leaf.criterion.text, points(leaf.criterion)) for leaf in (node.children or [node])]
    return Table(("TT", "Tiêu chí", "Điểm tối đa"), tuple(rows), widths=(12, 125, 28), centred=(0, 2))


def programme_table(tasks):
    """TT | NỘI DUNG | ĐƠN VỊ THỰC HIỆN, under a row for each quarter."""
    rows, quarter = [], object()
    for task in tasks:
        if task.quarter != quarter:
            quarter = task.quarter
            rows.append(QUARTERS[quarter])
        lines = tuple(line.strip() for line in task.task.splitlines() if line.strip())
        if task.due_on and lines:
            lines = (*lines[:-1], f"{lines[-1]} (trước ngày {day_month_year(task.due_on)})")
        content = tuple(f"- {line}" for line in lines) if len(lines) > 1 else lines
        units = tuple(f"- {unit.name}" for unit in task.units.all()) or ("",)
        rows.append((str(task.position), content, units))
    return Table(("TT", "NỘI DUNG", "ĐƠN VỊ THỰC HIỆN"), tuple(rows), widths=(12, 103, 50), centred=(0,))


def registration_form():
    """The form on which a unit registers; the same thing is done on the campaign's page."""
    return (
        Block("paragraph", "Đơn vị đăng ký: …………………………………………………"),
        Table(
            ("TT", "Tập thể/ Họ và tên", "Chức vụ, đơn vị", "Danh hiệu, hình thức đăng ký", "Nội dung phấn đấu"),
            tuple((str(number), "", "", "", "") for number in range(1, 6)),
            widths=(12, 42, 38, 38, 35),
            centred=(0,),
        ),
        SigningPlace("THỦ TRƯỞNG ĐƠN VỊ"),
    )
