"""Who issues the plan, under which number, where and on which day."""

import re
from dataclasses import dataclass, field
from datetime import date

from campaigns.reading.dates import day_or_none
from campaigns.reading.lines import LOWER, Line, fold, is_caps, tidy
from campaigns.reading.paper import Paper

_ORG = re.compile(
    r"^(?:so|phong|truong|benh vien|trung tam|ban|van phong|cuc|chi cuc|tong cuc|hoi dong|lien doan|cong doan|tinh doan|doan|hoi|ubnd|"
    r"uy ban|uy ban nhan dan|bo|vien|dai hoc|hoc vien|tong cong ty|cong ty|dang uy|dang bo|tinh uy|huyen uy|thanh uy|kho bac|ngan hang|bao hiem|toa an|"
    r"cong an|thanh tra|kiem toan|thue|chi nhanh|cum|khoi|to|doi|trai|nha|thu vien|bao tang|mat tran|hdnd|thi doan|huyen doan|thanh doan|quan uy|xi nghiep|"
    r"tap doan|lien hiep|lien minh|quy|hat|bao|dai|lien doi|chi doi|chi bo|hoi dong doi|phan hieu|bch|btv|hop tac xa|vien kiem sat|dac khu|mttq|cdcs|cd|ldld|tong lien doan)\b"
)
_NATION = re.compile(
    r"^doan (?:tncs|thanh nien cong san) ho chi minh$|cong hoa xa hoi|doc lap\s*-|dang cong san viet nam|tu do\s*-\s*hanh phuc|^mau |^du thao|^so\s*[:.]?\s*[\d./_…-]|^so\s*[:.]|^v/v\b|^\(?khan\b|^hoa toc"
)
_NUMBER = re.compile(
    r"(?:^|[\s\t])[Ss][ốoôÔỐ]\s{0,3}[:.]?\s{0,10}(?P<n>[\d\s._…\-]{0,40}?)\s{0,5}(?P<sep>[/\-]|(?<=\d)\s?(?=KH))\s{0,3}"
    rf"(?P<sym>[A-ZĐƠƯÂÊÔĂ][A-ZĐƠƯÂÊÔĂa-z&\d]{{0,14}}(?:\s?[-–/.]\s?[A-ZĐƠƯÂÊÔĂ][A-ZĐƠƯÂÊÔĂa-z&\d]{{0,14}}){{0,4}}(?![{LOWER}]))"
)
_NUMBER_YEAR = re.compile(
    r"^[Ss][ốoôÔỐ]\s{0,3}[:.]?\s{0,10}(?P<n>\d{1,6})\s?/\s?(?P<y>(?:19|20)\d{2})\s?/\s?(?P<sym>[A-ZĐƠƯÂÊÔĂ][\w&]{0,14}(?:\s?[-–/.]\s?[A-ZĐ][\w&]{0,14}){0,3})"
)
_BLANK = r"[\s._…]{0,40}"
_DATED = re.compile(
    rf"(?P<place>[^\t,;:]{{2,60}}),{_BLANK}ngay{_BLANK}(?P<d>\d{{1,2}})?{_BLANK}thang{_BLANK}(?P<m>\d{{1,2}})?{_BLANK}nam{_BLANK}(?:(?P<y>\d{{4}})(?!\d))?"
)
# «Cẩm Giang ngày 02 tháng 3 năm 2016»: the comma is forgotten often enough.
_DATED_BARE = re.compile(
    rf"^(?P<place>(?!can cu|thuc hien|ban hanh|theo)[^\t,;:\d]{{2,40}}?)\s+ngay{_BLANK}(?P<d>\d{{1,2}})?{_BLANK}thang{_BLANK}(?P<m>\d{{1,2}})?{_BLANK}nam{_BLANK}(?:(?P<y>\d{{4}})(?!\d))?\s*$"
)
_DATED_SHORT = re.compile(
    r"(?P<place>[^\t,;:]{2,60}),\s*ngay\s*(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<y>\d{4})"
)
_ISSUES = re.compile(
    r"\s*(?:\((?P<short>[^()]{1,80})\)\s*)?,?\s*(?:xay dung|ban hanh|de ra|lap|trien khai|to chuc|phat dong|xay dung va ban hanh|thong nhat|de xuat)\s+(?:(?:va|thuc hien|trien khai|noi dung)\s+){0,2}ke hoach"
)
_PLACE_WORDS = re.compile(r"^(?:tinh|huyen|thanh pho|quan|thi xa|xa|phuong|thi tran|tp|dac khu)\b")
_KEEP_CAPS = re.compile(
    r"^(?:UBND|HĐND|MTTQ|CĐCS|CĐ|THPT|THCS|PTDTNT|PTDTBT|TNHH|MTV|MTTQ|TNCS|GD&ĐT|GDĐT|GDNN|GDTX|LĐLĐ|TP\.?|CNTT|BHXH|TĐKT|VNPT|EVN|CP|LĐTB&XH|LĐTBXH|GDNN-GDTX|KBNN|NN&PTNT|[IVX]{1,4}|\d+)$"
)
# Names of agencies as they are written inside a sentence: what is found neither here nor in the plan is a proper name.
_WRITTEN = (
    "Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện, Ủy ban nhân dân thành phố, Ủy ban nhân dân quận, Ủy ban nhân dân thị xã, Ủy ban nhân dân xã, Ủy ban nhân dân phường, "
    "Ủy ban nhân dân thị trấn, Ủy ban nhân dân đặc khu, Hội đồng nhân dân, Văn phòng Ủy ban nhân dân, Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân, Sở Nội vụ, Sở Tài chính, Sở Y tế, Sở Tư pháp, "
    "Sở Giáo dục và Đào tạo, Sở Lao động - Thương binh và Xã hội, Sở Nông nghiệp và Môi trường, Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và Môi trường, Sở Văn hóa, Thể thao và Du lịch, "
    "Sở Thông tin và Truyền thông, Sở Khoa học và Công nghệ, Sở Công Thương, Sở Giao thông vận tải, Sở Xây dựng, Sở Kế hoạch và Đầu tư, Sở Ngoại vụ, Sở Dân tộc và Tôn giáo, Sở Du lịch, "
    "Ban Chấp hành, Ban Thường vụ, Ban Chỉ đạo, Hội đồng Thi đua - Khen thưởng, Ban Thi đua - Khen thưởng, Ban Quản lý Khu kinh tế, Ban Quản lý các khu công nghiệp, Ban Dân tộc, Thanh tra tỉnh, Cục Thuế tỉnh, Chi cục Thuế khu vực, "
    "Cục Hải quan tỉnh, Cục Thống kê tỉnh, Kho bạc Nhà nước, Bảo hiểm xã hội tỉnh, Ngân hàng Nhà nước, Tòa án nhân dân, Viện kiểm sát nhân dân, Công an tỉnh, Bộ Chỉ huy quân sự tỉnh, "
    "Liên đoàn Lao động tỉnh, Công đoàn ngành, Công đoàn Viên chức, Ủy ban Mặt trận Tổ quốc Việt Nam, Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Hội Chữ thập đỏ, Tỉnh đoàn, "
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh, Phòng Nội vụ, Phòng Giáo dục và Đào tạo, Phòng Văn hóa - Xã hội, Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, "
    "Trường Đại học Sư phạm Kỹ thuật, Trường Đại học Bách khoa, Trường Cao đẳng, Trường Cao đẳng nghề, Trường Tiểu học, Trường Trung học cơ sở, Trường Trung học phổ thông, Trường Mầm non, Trường Chính trị, "
    "Học viện, Viện nghiên cứu, Bệnh viện Đa khoa tỉnh, Bệnh viện đa khoa khu vực, Bệnh viện Y học cổ truyền, Bệnh viện Sản - Nhi, Trung tâm Y tế huyện, Trung tâm Y tế, Trung tâm Kiểm soát bệnh tật, Trung tâm Dịch vụ việc làm, Trung tâm Dịch vụ hành chính công, "
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên, Tổng công ty Điện lực, Công ty Điện lực, Công ty cổ phần, Công ty trách nhiệm hữu hạn một thành viên, Tập đoàn, Chi cục Kiểm lâm, "
    "Đảng ủy Khối Cơ quan và Doanh nghiệp, Đảng ủy các cơ quan, Văn phòng Tỉnh ủy, Ban Tổ chức, Ban Tuyên giáo, Ban Dân vận, Đảng bộ, Đảng ủy, Bộ Tư pháp, Bộ Nội vụ, Đài Phát thanh và Truyền hình, Báo và Phát thanh, Việt Nam, Trung ương, Thông tin - Ứng dụng, ứng dụng tiến bộ khoa học và công nghệ, kỹ thuật nông nghiệp, Trung tâm Khuyến nông, Trung tâm Phục vụ hành chính công, Trung tâm Văn hóa - Thông tin và Truyền thông, Trung tâm Bảo trợ xã hội, Hội Liên hiệp Phụ nữ Việt Nam, Liên minh Hợp tác xã, Ban Quản lý dự án đầu tư xây dựng, phát triển quỹ đất, Công an xã, Trạm Y tế, cụm thi đua, khối thi đua các cơ quan, các sở, ban, ngành, miền Trung, miền Bắc, miền Nam, của, các, cơ quan"
)
_PLACE_AFTER = {"tỉnh", "huyện", "phố", "quận", "xã", "phường", "trấn", "tp", "tp.", "đặc", "khu"}


@dataclass
class Letterhead:
    """The scalars above the title."""

    issuer: str | None = None
    issuer_lines: list[int] = field(default_factory=list)
    number: str | None = None
    number_lines: list[int] = field(default_factory=list)
    symbol: str | None = None
    place: str | None = None
    issued_on: date | None = None
    date_lines: list[int] = field(default_factory=list)
    date_text: str | None = None


def _pieces(lines: list[Line]) -> list[tuple[int, str]]:
    """Cells of a two-column letterhead one by one."""
    found = []
    for line in lines:
        columns = line.cells or line.columns or [line.text]
        for cell in (tidy(part) for column in columns for part in column.split("|")):
            if found and _cut_off(found[-1][1], cell):
                found[-1] = (found[-1][0], f"{found[-1][1]} {cell}")
            elif cell:
                found.append((line.number, cell))
    return found


def _cut_off(before: str, text: str) -> bool:
    """«Số:» over «122/KH-THCS», «…, ngày 17 tháng 11» over «năm 2014»: one line, torn by a narrow column."""
    if re.fullmatch(r"so\s*:?", fold(before)):
        return bool(re.match(r"\d{0,6}\s*[/-]", text))
    return bool(re.search(r"\bngay\b[\s.…\d]*thang[\s.…\d]*$", fold(before)) and re.match(r"nam\b", fold(text)))


def _read_number(head: Letterhead, pieces: list[tuple[int, str]]) -> None:
    for number, text in pieces:
        year = _NUMBER_YEAR.match(text)
        match = year or _NUMBER.search(text)
        if not match:
            continue
        symbol = re.sub(r"\s+", "", match["sym"]).replace("–", "-")
        digits = re.sub(r"\D", "", match["n"])
        head.number_lines, head.symbol = [number], "/" + symbol
        if year:
            head.number = f"{digits}/{match['y']}/{symbol}"
        elif digits and (match["sep"] == "/" or len(digits) < 6):
            head.number = f"{digits}{match['sep'].strip() or ' '}{symbol}"
        return


def _read_date(head: Letterhead, pieces: list[tuple[int, str]]) -> None:
    for number, text in pieces:
        text = _NUMBER.sub(" ", text)
        folded = fold(text)
        match = _DATED.search(folded) or _DATED_SHORT.search(folded) or _DATED_BARE.match(folded)
        if not match or re.match(r"\s*(?:can cu|thuc hien)", folded):
            continue
        head.place = tidy(text[match.start("place") : match.end("place")]).strip("-–. (") or None
        head.date_text = tidy(text[match.start() : match.end()])
        day, month, year = (int(match[key]) if match[key] else None for key in "dmy")
        head.date_lines = [number]
        head.issued_on = day_or_none(year, month, day) if year and month and day else None
        return


def _units(pieces: list[tuple[int, str]]) -> list[tuple[list[int], str]]:
    """The agencies of the letterhead, each on one or more lines."""
    units: list[tuple[list[int], str]] = []
    for number, text in pieces:
        folded = fold(text)
        if not is_caps(text) or _NATION.search(folded) or _DATED.search(folded) or len(text) > 120 or len(text) < 3:
            continue
        alone = units and re.match(
            r"^(?:van phong|ban chap hanh|ban thuong vu|dang uy|truong|trung tam|co quan|benh vien|uy ban nhan dan|hoi dong nhan dan|hoi dong)$",
            fold(units[-1][1]),
        )
        starts = _ORG.match(folded) and not alone
        if units and not starts:
            units[-1] = ([*units[-1][0], number], f"{units[-1][1]} {text}")
        else:
            units.append(([number], text))
    return units


def proper(name: str, body: str) -> str:
    """A name in capitals as the body writes it; else with capitals where a name needs them."""
    if not is_caps(name):
        return name
    folded, wanted = fold(body), fold(name)
    at = folded.find(wanted)
    tries = 0
    while at >= 0 and tries < 200:
        found = body[at : at + len(name)]
        if not is_caps(found) and found[:1].isupper() and found.count("\n") == 0:
            return found
        at = folded.find(wanted, at + 1)
        tries += 1
    return _cased(name, body)


def _cased(name: str, body: str) -> str:
    """Each run of words as the plan, or the office language, writes it; a word seen nowhere is a proper name."""
    written = f"{body}\n{_WRITTEN}"
    low = written.lower()
    words = name.split()
    done: list[str] = []
    while len(done) < len(words):
        run = _longest_run(words[len(done) :], written, low)
        done.extend(run)
    text = " ".join(done)
    return text[:1].upper() + text[1:]


def _longest_run(words: list[str], written: str, low: str) -> list[str]:
    if _KEEP_CAPS.match(words[0]):
        return [words[0]]
    for size in range(min(12, len(words)), 0, -1):
        wanted = " ".join(words[:size]).lower()
        if size == 1 and wanted in _PLACE_AFTER:
            return [wanted]  # «Tỉnh ủy» elsewhere in the plan says nothing of «tỉnh Lào Cai»
        if size == 1 and wanted not in _PLACE_AFTER and wanted not in ("và", "của", "các", "-", "–"):
            break
        found = _as_written(wanted, written, low)
        if found:
            return _place_small(found.split(" "), size < len(words))
    word = words[0].lower()
    if 2 <= len(word) <= 5 and word.isalpha() and not re.search(r"[aeiouy]", fold(word)):
        return [words[0]]  # an abbreviation: TKV
    return [word[:1].upper() + word[1:]]


def _place_small(run: list[str], more: bool) -> list[str]:
    """«Ban Chấp hành Tỉnh đoàn» in the plan must not turn «… tỉnh Lào Cai» into «… Tỉnh Lào Cai»."""
    last = run[-1].lower()
    return [*run[:-1], last] if more and len(run) > 1 and last in _PLACE_AFTER else run


def _as_written(wanted: str, written: str, low: str) -> str | None:
    at, tries = low.find(wanted), 0
    while at >= 0 and tries < 60:
        found, end = written[at : at + len(wanted)], at + len(wanted)
        whole = not (at and low[at - 1].isalnum()) and not (end < len(low) and low[end].isalnum())
        if whole and not is_caps(found):
            return found
        at, tries = low.find(wanted, at + 1), tries + 1
    return None


def issuer_from_opening(paper: Paper) -> tuple[str | None, list[int]]:
    """«…, Sở Nội vụ xây dựng kế hoạch … như sau»."""
    for block in reversed(paper.preamble[-6:]):
        folded = fold(block.text)
        for match in _ISSUES.finditer(folded):
            before = block.text[max(0, match.start() - 130) : match.start()]
            start = max(before.rfind(mark) for mark in (",", ";", ".", ":", "”", '"', ")")) + 1
            name = tidy(before[start:])
            name = re.sub(r"^(?:Nay|nay|Do đó|Vì vậy|và)\s+", "", name)
            if name and _ORG.match(fold(name)) and len(name) <= 110 and not _is_place(name):
                return name, block.lines
            name = _last_org(before)
            if name:
                return name, block.lines
    return None, []


def _is_place(name: str) -> bool:
    """«… Bảo Thắng»: a place whose first word only looks like «Báo» once its marks are off."""
    return bool(re.match(r"(?:bao|dai|quy|to|doi|hat|trai|nha|vien)\b", fold(name))) and not name.lower().startswith(
        ("báo", "bảo hiểm", "bảo tàng", "đài", "đại học", "quỹ", "tổ", "đội", "hạt", "trại", "nhà", "viện")
    )


def _last_org(before: str) -> str | None:
    """The last agency named in the words before «xây dựng kế hoạch», commas in its name included."""
    found = None
    for match in re.finditer(r"(?:^|[;.:”]\s*|,\s+|\s)(?=[A-ZĐ])", before):
        name = tidy(before[match.end() :])
        plain = not re.search(r"[;.”\d]|\b(?:về|ngày|của|số|việc|căn cứ|thực hiện)\b|,\s+[^A-ZĐ]", name)
        if (
            plain
            and _ORG.match(fold(name))
            and not _is_place(name)
            and (found is None or before[match.start() : match.end()].strip())
        ):
            found = found or name
    return found


def _from_closing(paper: Paper) -> tuple[str | None, list[int]]:
    """«Trên đây là Kế hoạch … của Văn phòng UBND tỉnh./.»"""
    for block in reversed(paper.body):
        folded = fold(block.text)
        if folded.startswith("tren day la"):
            at = folded.split(".")[0].rfind(" cua ")
            name = re.split(r"[./;]|,\s+(?=[a-zđ])", block.text[at + 5 :])[0].strip() if at > 0 else ""
            if name and _ORG.match(fold(name)) and len(name) < 100:
                return name, block.lines
    return None, []


def read_letterhead(paper: Paper) -> Letterhead:
    """Issuer, number, place and day."""
    head = Letterhead()
    pieces = _pieces(paper.head[:40])
    _read_number(head, pieces)
    _read_date(head, pieces)
    if not head.date_lines:
        _read_date(head, [(line.number, line.text) for line in paper.ending])
    number_at = head.number_lines[0] if head.number_lines else 0
    # What stands below the number is the right column: a motto, or the agency above all.
    units = _units([piece for piece in pieces if piece[0] <= number_at]) or _units(pieces)
    if units:
        lines, name = units[-1]
        if len(units) > 1 and re.match(
            r"^(?:ban chap hanh|ban thuong vu|ban thuong truc|ban chi dao|hoi dong)$", fold(name)
        ):
            lines, name = [*units[-2][0], *lines], f"{name} {units[-2][1]}"
        body = "\n".join([head.place or "", *(block.text for block in [*paper.preamble, *paper.body])])
        head.issuer, head.issuer_lines = proper(tidy(name), body), lines
    else:
        head.issuer, head.issuer_lines = issuer_from_opening(paper)
        if not head.issuer:
            head.issuer, head.issuer_lines = _from_closing(paper)
    return head
