"""A plan file becomes a campaign: read, reviewed, launched, scored, ranked, reported."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")

BASE = "/snv-khanhhoa"
TODAY = date.today()
TITLE = "Phong trào thi đua xây dựng cơ quan văn minh, hiện đại"


def vn(offset):
    return f"{TODAY + timedelta(days=offset):%d/%m/%Y}"


def plan_text():
    """A plan as an office writes it, with dates around today and one slip: 31 April."""
    return f"""
ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA
SỞ NỘI VỤ
Số: 77/KH-SNV
Khánh Hòa, ngày 02 tháng 01 năm {TODAY.year}
KẾ HOẠCH
{TITLE} năm {TODAY.year}
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Căn cứ Kế hoạch số 18/KH-UBND ngày 31/4/{TODAY.year} của UBND tỉnh Khánh Hòa về công tác thi đua, khen thưởng.
Sở Nội vụ xây dựng Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Tạo khí thế thi đua sôi nổi trong cơ quan.
2. Yêu cầu
- Thiết thực, tiết kiệm.
II. THỜI GIAN, ĐỐI TƯỢNG THI ĐUA
1. Thời gian thi đua: từ ngày {vn(-20)} đến hết ngày {vn(40)}.
2. Đối tượng thi đua
- Tập thể: các đơn vị thuộc Sở.
- Cá nhân: công chức, viên chức, người lao động của Sở.
III. TIÊU CHÍ THI ĐUA
1. Hoàn thành nhiệm vụ đúng hạn (40 điểm).
2. Xây dựng môi trường làm việc xanh, sạch, đẹp (30 điểm).
3. Ứng dụng công nghệ thông tin (30 điểm).
IV. HÌNH THỨC KHEN THƯỞNG
- Tặng Giấy khen của Giám đốc Sở Nội vụ cho 02 tập thể, 03 cá nhân có thành tích xuất sắc.
V. HỒ SƠ, THỜI HẠN
1. Thành phần hồ sơ
- Tờ trình đề nghị khen thưởng (kèm danh sách).
- Biên bản họp đơn vị.
- Báo cáo thành tích theo Mẫu số 07 Nghị định số 152/2025/NĐ-CP.
2. Thời hạn: các đơn vị gửi hồ sơ đề nghị khen thưởng về Văn phòng Sở trước ngày {vn(30)}.
VI. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở
Hướng dẫn, kiểm tra, đôn đốc các đơn vị thực hiện Kế hoạch này./.
Nơi nhận:
- Lãnh đạo Sở;
- Các đơn vị thuộc Sở;
- Lưu: VT, VP.
GIÁM ĐỐC
Trần Quốc Hưng
"""


def said(page, words):
    expect(page.locator(".messages")).to_contain_text(words)


def button(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def read_plan(page):
    """Upload, wait, review by keyboard, make the campaign. Returns its address."""
    page.goto(f"{BASE}/phong-trao/")
    page.get_by_role("link", name="Đọc từ tệp kế hoạch").click()
    plan = {"name": "Kế hoạch.txt", "mimeType": "text/plain", "buffer": plan_text().encode()}
    page.locator("input[type=file]").set_input_files([plan])
    button(page, "Tải lên và đọc")
    expect(page.get_by_role("heading", name="Rà soát kế hoạch")).to_be_visible(timeout=30_000)
    expect(page.locator(".review-warnings")).to_contain_text(f"31/4/{TODAY.year}")
    page.get_by_role("heading", name="Rà soát kế hoạch").click()
    page.keyboard.press("j")
    page.keyboard.press("n")  # the title is taken, the next fact is lit
    expect(page.locator(".fact").first).to_have_attribute("data-verdict", "accept")
    quota = page.locator("[name='x:offers.1:quota']")
    quota.fill("4")
    quota.blur()
    expect(page.locator(".fact[data-key-of='offers.1']")).to_have_attribute("data-verdict", "accept")
    page.locator(".fact[data-key-of='recipients.2'] .verdict-drop input").check()
    expect(page.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
    button(page, "Nhận hết và lập phong trào")
    said(page, "Đã lập bản nháp phong trào từ kế hoạch.")
    return page.url.split("soan/")[0]


def launch(page, url):
    page.goto(f"{url}ke-hoach/")
    plan = page.locator("article")
    for words in ("Hoàn thành nhiệm vụ đúng hạn (40 điểm)", "Mẫu số 07 (152/2025/NĐ-CP)", "Phòng Công chức, viên chức"):
        expect(plan).to_contain_text(words)
    expect(plan.locator("tbody tr").nth(1)).to_contain_text("04")
    expect(plan).not_to_contain_text("Lưu: VT, VP")
    page.goto(f"{url}phat-dong/")
    button(page, "Lưu và phát động")
    said(page, "Đã phát động.")


def score_itself(page, url):
    """The unit scores itself; every value is kept while it types."""
    page.goto(f"{url}cham-diem/")
    for index, points in enumerate(("38", "30", "25,5")):
        page.locator("[name^=p]").nth(index).fill(points)
    page.locator("[name^=e]").first.fill("Báo cáo số 12/BC-CCVC")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
    page.reload()
    expect(page.locator(".score-sums")).to_contain_text("93,5 / 100")
    button(page, "Gửi điểm tự chấm")
    said(page, "Đã gửi điểm tự chấm")


def verify(page, url):
    """The office scores in the grid, with keys and a block from Excel; a changed point asks for its reason."""
    page.goto(f"{url}cham-diem/bang/")
    row = page.locator(".score-grid tbody tr", has_text="Phòng CCVC")
    first = row.locator("input").first
    first.fill("36")
    first.press("Enter")
    page.locator("dialog [name=reason]").fill("Hai nhiệm vụ chậm hạn trong quý III.")
    button(page, "Lưu điểm")
    expect(row.locator("[data-total]")).to_have_text("36")
    block = "\n".join(["30\t25,5"])
    row.locator("input").nth(1).focus()
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
           document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true})); }""",
        block,
    )
    expect(row.locator("[data-total]")).to_have_text("91,5")
    row.get_by_role("link").click()
    button(page, "Thẩm định xong")
    said(page, "Phiếu đã thẩm định")


def publish(page, url):
    page.goto(f"{url}xep-hang/cong-bo/")
    button(page, "Công bố và báo trưởng đơn vị")
    said(page, "Chưa thẩm định xong")
    page.get_by_label(re.compile("^Công bố không có")).check()
    button(page, "Công bố và báo trưởng đơn vị")
    said(page, "Đã công bố điểm và xếp hạng của 1 đơn vị")


def see_result(page, url):
    """The unit hears of its result, and sees what was changed and why."""
    page.goto(f"{BASE}/thong-bao/")
    expect(page.locator(".inbox")).to_contain_text("Đơn vị đạt 91,5 điểm, xếp hạng 1")
    page.goto(f"{url}cham-diem/")
    expect(page.locator(".score-changed")).to_contain_text("Hai nhiệm vụ chậm hạn trong quý III.")
    page.goto(f"{url}xep-hang/")
    expect(page.locator("main")).to_contain_text("Phòng CCVC")


def report(office, head, url):
    """An interim review: opened by the office, written by the unit, printed as Word."""
    office.goto(f"{url}so-ket/mo/")
    office.fill("[name=name]", "Sơ kết giữa kỳ")
    button(office, "Mở đợt và báo các đơn vị")
    review = office.url
    head.goto(f"{url}so-ket/")
    head.get_by_role("link", name=re.compile("^Viết báo cáo")).click()
    head.locator("[name=results]").fill("Hoàn thành 95% nhiệm vụ, ba phòng đạt cơ quan văn minh.")
    button(head, "Gửi báo cáo…")
    button(head, "Gửi Văn phòng")
    expect(head.locator("main")).to_contain_text("Đã gửi")
    office.goto(review)
    expect(office.locator("main")).to_contain_text("Phòng CCVC")
    office.get_by_role("button", name=re.compile("báo cáo Word")).click()
    link = office.locator(".job-done a")
    expect(link).to_be_visible(timeout=30_000)
    answer = office.request.get(link.get_attribute("href"))
    assert (answer.body()[:2], answer.headers["content-type"].rsplit(".", 1)[1]) == (b"PK", "document")


def test_from_a_plan_file_to_the_review_report(visit):
    office, head = visit("vanphong"), visit("truongdonvi")
    url = read_plan(office)
    launch(office, url)
    office.goto(f"{url}cham-diem/")
    button(office, "Mở chấm điểm")
    said(office, "Đã mở chấm điểm cho 6 đơn vị")
    score_itself(head, url)
    verify(office, url)
    publish(office, url)
    see_result(head, url)
    report(office, head, url)
