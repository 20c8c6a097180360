"""The awards and the authorities a Vietnamese office names, found in its sentences."""

import re
from dataclasses import dataclass

from campaigns.reading.lines import first_small, fold, tidy

# (folded pattern, name, who it honours by its nature)
_AWARDS = (
    (r"huan chuong sao vang", "Huân chương Sao vàng", None),
    (r"huan chuong ho chi minh", "Huân chương Hồ Chí Minh", None),
    (
        r"huan chuong (?P<k>doc lap|lao dong|quan cong|chien cong|bao ve to quoc|dai doan ket dan toc|dung cam|huu nghi)(?P<h>(?: hang)? (?:nhat|nhi|ba)\b|)",
        "Huân chương",
        None,
    ),
    (r"huan chuong", "Huân chương", None),
    (r"huy chuong\b(?: vi an ninh to quoc| thanh nien xung phong ve vang| huu nghi)?", "Huy chương", None),
    (r"co thi dua", "Cờ thi đua", "collective"),
    (r"bang khen", "Bằng khen", None),
    (r"giay khen", "Giấy khen", None),
    (r"ky niem chuong", "Kỷ niệm chương", "individual"),
    (r"huy hieu", "Huy hiệu", "individual"),
    (r"chien si thi dua toan quoc", "Chiến sĩ thi đua toàn quốc", "individual"),
    (r"chien si thi dua co so", "Chiến sĩ thi đua cơ sở", "individual"),
    (
        r"chien si thi dua (?:cap )?(?P<c>tinh|bo|thanh pho|nganh|bo, nganh|bo, ban, nganh)(?:, (?:thanh pho|tinh))?",
        "Chiến sĩ thi đua cấp",
        "individual",
    ),
    (r"chien si tien tien", "Chiến sĩ tiên tiến", "individual"),
    (r"tap the lao dong xuat sac", "Tập thể lao động xuất sắc", "collective"),
    (r"tap the lao dong tien tien", "Tập thể lao động tiên tiến", "collective"),
    (r"don vi quyet thang", "Đơn vị quyết thắng", "collective"),
    (r"don vi tien tien", "Đơn vị tiên tiến", "collective"),
    (r"lao dong tien tien", "Lao động tiên tiến", "individual"),
    (r"anh hung lao dong", "Anh hùng Lao động", None),
    (r"bang lao dong sang tao", "Bằng Lao động sáng tạo", "individual"),
    (r"nha giao (?P<n>uu tu|nhan dan)", "Nhà giáo", "individual"),
    (r"thay thuoc (?P<t>uu tu|nhan dan)", "Thầy thuốc", "individual"),
    (r"thu khen", "Thư khen", None),
    (r"giay chung nhan", "Giấy chứng nhận", None),
    (r"gia dinh van hoa", "Gia đình văn hóa", "collective"),
)
_PATTERN = re.compile(
    "|".join(rf"(?P<a{i}>\b{pattern})" for i, (pattern, _, _) in enumerate(_AWARDS)).replace("chien si", "chien s[iy]")
)
_AUTHORITY = re.compile(
    r"\b(?:thu tuong chinh phu|thu tuong|chu tich nuoc|chinh phu|chu tich (?:ubnd|uy ban|hoi dong|hdnd|lien doan|cong doan|hoi|tap doan|mat tran)|chu tich|thong doc|tong thanh tra|"
    r"bo truong|bo (?:noi vu|giao duc|y te|tai chinh|tu phap|cong|xay dung|khoa|van hoa|nong|quoc phong|lao)|pho thu tuong|tong giam doc|giam doc|hieu truong|tong cuc truong|chi cuc truong|cuc truong|vien truong|chanh van phong|chanh thanh tra|chanh an|"
    r"truong (?:phong|ban|khoa|cong an)|thu truong (?:co quan|don vi)|ubnd|uy ban nhan dan|ban thuong truc|uy ban mttq|uy ban mat tran|tong lien doan|lien doan lao dong|cong doan|ban chap hanh|ban thuong vu|bch|btv|trung uong|bi thu|tong bien tap|chi huy truong|tu lenh|"
    r"so (?:noi vu|giao duc|y te|tai chinh|tu phap|cong thuong|xay dung|khoa hoc|van hoa|nong nghiep|lao dong)|"
    r"lanh dao (?:so|bo|co quan|don vi)|tap doan|ldld|tldld|tong kiem toan|kiem toan truong|tinh doan|huyen doan|thanh doan|thi doan|quan doan|doan truong|dang uy|tinh uy|huyen uy|thanh uy|quan uy|hoi (?:lien hiep|nong dan|cuu chien binh|chu thap do|khuyen hoc)|nha truong)\b"
)
_AUTHORITY_END = re.compile(
    r"[,;:.()\"“”/\t\x1f]|\s-\s(?=\d)|\s(?:tang|tang thuong|trao|cho|khen|doi voi|trong|thuc hien|theo|hoac|xem xet|quyet dinh|cong nhan|danh|nham|de|ve|gom|nhan(?! dan)|vao|hang|hoan|tren|da|co(?! quan| so)|phat dong|neu|toi(?! cao)|khong|trinh|duoc|xet|phong tang|bang khen|giay khen)\b|(?<!quan)(?<!phuong)(?<!khu vuc)(?<!vung)(?<! so)\s\d{1,3}\b"
)
_AND = re.compile(r"\s+va\s+|\s+[-–]\s+")
_GIVES = re.compile(
    r"(?:xem xet|quyet dinh|xet)?,?\s*(?:quyet dinh\s+)?(?:tang thuong|tang|khen thuong|trao tang|trao|khen|phong tang|truy tang|cong nhan|xet tang)\s*(?:thuong\s*)?(?:danh hieu\s*)?[“\"']?\s*$"
)


@dataclass
class Award:
    """An award named in a text."""

    start: int
    end: int
    name: str
    honours: str | None


def _name(index: int, match: re.Match, text: str) -> str:
    name = _AWARDS[index][1]
    words = tidy(text[match.start() : match.end()])
    if name in ("Huân chương", "Huy chương", "Nhà giáo", "Thầy thuốc", "Chiến sĩ thi đua cấp"):
        return words[:1].upper() + words[1:]
    return name


def awards_in(text: str, folded: str | None = None) -> list[Award]:
    """Every award named, in order."""
    folded = folded if folded is not None else fold(text)
    found = []
    for match in _PATTERN.finditer(folded):
        index = int(match.lastgroup[1:]) if match.lastgroup and match.lastgroup[1:].isdigit() else _index(match)
        first = text[match.start() : match.start() + 2].lower()
        if _AWARDS[index][1] == "Cờ thi đua" and first == "có":
            continue
        name, end = _name(index, match, text), match.end()
        if name == "Cờ thi đua" and folded[match.end() :].startswith(" cua chinh phu"):
            name = "Cờ thi đua"
        if name == "Anh hùng Lao động" or not name:
            name = "Anh hùng Lao động"
        found.append(Award(match.start(), end, name, _AWARDS[index][2]))
    return found


def _index(match: re.Match) -> int:
    for index in range(len(_AWARDS)):
        if match[f"a{index}"] is not None:
            return index
    return 0


def authority_at(text: str, folded: str, start: int) -> tuple[str, int] | None:
    """The authority whose name begins here, and where it ends."""
    match = _AUTHORITY.match(folded, start)
    if not match:
        return None
    end = first_small(text, folded, _AUTHORITY_END, match.end(), min(len(folded), match.end() + 110))
    for cut in re.finditer(r"\s+va\s+", folded[match.end() : end]):
        after = match.end() + cut.end()
        if _AUTHORITY.match(folded, after) or text[after : after + 1].islower() or text[after : after + 1].isdigit():
            end = match.end() + cut.start()
            break
    for comma in _names_with_comma(text, folded, end):
        end = comma
    name = re.sub(r"\s+(?:và|hoặc|cùng)$", "", tidy(text[start:end]).rstrip(" -–"))
    return name, end


def _names_with_comma(text: str, folded: str, end: int) -> list[int]:
    """«Sở Văn hóa, Thể thao và Du lịch»: a comma inside a name."""
    match = re.match(
        r",\s+(?:the thao(?: va du lich)?|thuong binh va xa hoi|khoa hoc va cong nghe)", folded[end : end + 40]
    )
    return [end + match.end()] if match else []


def authorities_after(text: str, folded: str, start: int) -> tuple[list[str], int]:
    """«… của Bộ trưởng Bộ Nội vụ, Chủ tịch UBND tỉnh»: who is named behind an award."""
    found: list[str] = []
    end = start
    match = re.match(r"[”\"']?\s*(?:cap\s+)?(?:cua|do)\s+", folded[start : start + 14])
    if not match:
        return found, start
    at = start + match.end()
    while True:
        named = authority_at(text, folded, at)
        if not named:
            return found, at if not found else end
        name, end = named
        found.append(name)
        step = re.match(r"\s*(?:,|;|va|hoac|/)\s*(?:va\s+|hoac\s+)?(?:cua\s+)?", folded[end : end + 14])
        if not step or not _AUTHORITY.match(folded, end + step.end()):
            return found, end
        at = end + step.end()


def authorities_before(text: str, folded: str, start: int) -> list[str]:
    """«Đề nghị Thủ tướng Chính phủ tặng Bằng khen»: who is named before an award."""
    gives = _GIVES.search(folded[max(0, start - 60) : start])
    if not gives:
        return []
    gives_at = max(0, start - 60) + gives.start()
    found: list[tuple[int, str]] = []
    for match in _AUTHORITY.finditer(folded, max(0, gives_at - 130), gives_at):
        named = authority_at(text, folded, match.start())
        if named and (not found or match.start() >= found[-1][0]):
            found.append((named[1], named[0]))
    if not found or gives_at - found[-1][0] > 30:
        return []
    chain = [found[-1]]
    for earlier in reversed(found[:-1]):
        between = folded[earlier[0] : chain[-1][0] - len(chain[-1][1])]
        if re.fullmatch(r"\s*(?:,|;|va|hoac|/)\s*(?:va\s+)?", between):
            chain.append(earlier)
        else:
            break
    return [name for _, name in reversed(chain)]


_KHEN = re.compile(r"\s*(?:xem xet,?\s+)?(?:quyet dinh\s+)?(?:khen thuong|khen|tang thuong|xet tang|bieu duong)\b")


def authorities_acting(text: str, folded: str, start: int) -> list[str]:
    """«Trưởng phòng khen thưởng 03 tập thể bằng hình thức Giấy khen»: the giver is the subject of the sentence."""
    found: list[str] = []
    for match in _AUTHORITY.finditer(folded, 0, start):
        named = authority_at(text, folded, match.start())
        if named and named[1] <= start and _KHEN.match(folded, named[1]):
            found = [named[0]]
    return found


def resolved(name: str | None, issuer: str | None) -> str | None:
    """«Giám đốc», «Giám đốc Sở» → «Giám đốc Sở Nội vụ» where the issuer is that Sở."""
    if not name or not issuer:
        return name
    match = re.match(
        r"^(tong giam doc|giam doc|hieu truong|cuc truong|chi cuc truong|vien truong|chanh van phong)\b\s*(.*)$",
        fold(name),
    )
    if not match:
        return name
    rest, of = match[2].strip(), fold(issuer)
    post = name[: match.end(1)]
    heads = {
        "giam doc": r"so|trung tam|benh vien|cong ty|quy|bao hiem|kho bac|dai hoc|hoc vien|nha",
        "hieu truong": "truong",
        "tong giam doc": "tong cong ty|tap doan|cong ty",
    }
    wanted = heads.get(match[1])
    if (
        wanted
        and re.match(rf"(?:{wanted})\b", of)
        and (
            not rest
            or (re.fullmatch(wanted, rest) and of.startswith(rest))
            or rest in ("co quan", "don vi", "nha truong")
        )
    ):
        return f"{post} {issuer}"
    if match[1] == "giam doc" and rest == "so" and of.startswith("so "):
        return f"{post} {issuer}"
    return name
