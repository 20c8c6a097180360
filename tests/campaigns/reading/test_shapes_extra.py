"""What a plan says beyond the named parts: movements, celebrated days, notes on papers, its kind."""

from campaigns.reading import read_text

from .short import FOOT, HEAD, plan_with


def test_movements_by_who_launched_them_with_their_documents():
    plan = plan_with(
        "II. THỜI GIAN\n"
        "- Phong trào thi đua do Chủ tịch UBND tỉnh Hà Nam phát động được thực hiện từ ngày 01/02/2024 đến hết ngày 30/11/2024.\n"
        "- Đợt thi đua “100 ngày về đích” (do Bộ Công Thương phát động theo Công văn số 88/BCT-VP ngày 12/02/2024): "
        "tổ chức thực hiện đến hết ngày 31/8/2024."
    )
    assert plan["extra"]["movements"] == [
        {"name": "Phong trào thi đua do Chủ tịch UBND tỉnh Hà Nam phát động", "launcher": "Chủ tịch UBND tỉnh Hà Nam",
         "document": None, "starts_on": "2024-02-01", "ends_on": "2024-11-30"},
        {"name": "Đợt thi đua “100 ngày về đích”", "launcher": "Bộ Công Thương",
         "document": "Công văn số 88/BCT-VP ngày 12/02/2024", "starts_on": None, "ends_on": "2024-08-31"},
    ]  # fmt: skip


def test_a_cited_document_that_launches_a_movement():
    text = HEAD.replace(
        "về công tác thi đua, khen thưởng năm 2024", "về việc phát động phong trào thi đua “Về đích sớm”"
    )
    launched, plain = read_text(text + FOOT), read_text(HEAD + FOOT)
    assert plain["extra"]["movements"] == []
    assert launched["extra"]["movements"] == [
        {"name": "Phong trào thi đua “Về đích sớm”", "launcher": "UBND tỉnh", "document": "Kế hoạch số 15/KH-UBND",
         "starts_on": None, "ends_on": None},
    ]  # fmt: skip


def test_movements_of_many_are_no_movement_of_one():
    plan = plan_with(
        "II. THỜI GIAN\nHưởng ứng các phong trào thi đua do Thủ tướng Chính phủ phát động và phong trào thi đua do các cấp phát động."
    )
    assert plan["extra"]["movements"] == []


def test_celebrated_days_once_each():
    plan = plan_with(
        "II. NỘI DUNG THI ĐUA\n"
        "1. Lập thành tích chào mừng kỷ niệm 73 năm Ngày truyền thống ngành Công Thương (14/5/1951 - 14/5/2024); 76 năm Ngày "
        "Bác Hồ ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2024).\n"
        "2. Tuyên truyền về 76 năm Ngày Bác Hồ ra Lời kêu gọi thi đua ái quốc (11/6/1948 – 11/6/2024)."
    )
    assert plan["extra"]["celebrations"] == [
        "kỷ niệm 73 năm Ngày truyền thống ngành Công Thương (14/5/1951 - 14/5/2024)",
        "76 năm Ngày Bác Hồ ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2024)",
    ]


def test_a_note_belongs_to_the_paper_above_it():
    plan = plan_with(
        "II. HỒ SƠ\n1. Thành phần hồ sơ\n- Tờ trình đề nghị khen thưởng.\n- Báo cáo thành tích.\n"
        "Lưu ý: Báo cáo nêu rõ kết quả xếp loại năm 2023."
    )
    assert [row["name"] for row in plan["dossier_components"]] == ["Tờ trình đề nghị khen thưởng", "Báo cáo thành tích"]
    assert [row.get("note") for row in plan["extra"]["components"]] == [
        None,
        "Báo cáo nêu rõ kết quả xếp loại năm 2023",
    ]


def test_the_kind_of_movement_where_the_plan_says_when_it_runs():
    said = plan_with("II. THỜI GIAN\nPhong trào thi đua đặc biệt tổ chức từ ngày 01/3/2024 đến hết ngày 30/11/2024.")
    unsaid = plan_with("II. THỜI GIAN\nTừ ngày 01/3/2024 đến hết ngày 30/11/2024.")
    assert (said["extra"]["kind"], unsaid["extra"]["kind"]) == ("special", None)


def test_purposes_stay_apart():
    plan = plan_with("II. YÊU CẦU\n- Thiết thực.\n- Tiết kiệm.")
    assert plan["extra"]["requirements"] == "Thiết thực.\nTiết kiệm."


def test_a_quarter_alone_between_rows_is_a_row():
    plan = plan_with(
        "II. NỘI DUNG, THỜI GIAN THỰC HIỆN\nTT\tNỘI DUNG\tĐƠN VỊ THỰC HIỆN\nQUÝ I\n1\tPhát động phong trào.\tVăn phòng Sở.\n"
        "QUÝ II\n2\tSơ kết.\tCác phòng.\n\nTT\tNỘI DUNG\tĐƠN VỊ THỰC HIỆN\n3\tTập huấn.\tVăn phòng Sở.\nQUÝ IV\n"
        "4\tTổng kết.\tVăn phòng Sở.\n\nIII. GIẢI PHÁP CHỦ YẾU\n1. Đẩy mạnh tuyên truyền.\nIV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở: đôn đốc."
    )  # fmt: skip
    assert [(row["quarter"], row["position"], row["task"]) for row in plan["programme"]] == [
        (1, 1, "Phát động phong trào."), (2, 2, "Sơ kết."), (2, 3, "Tập huấn."), (4, 4, "Tổng kết."),
    ]  # fmt: skip


def test_criteria_stay_criteria_whatever_their_groups_speak_of():
    plan = plan_with(
        "II. TIÊU CHÍ THI ĐUA\nA. Chuyên môn\n1. Hoàn thành nhiệm vụ.\nB. Nâng cao chất lượng khen thưởng\n2. Khen kịp thời.\n"
        "C. Tổ chức thực hiện quy chế\n3. Chấp hành quy chế."
    )
    assert plan["criteria"] == ["Hoàn thành nhiệm vụ.", "Khen kịp thời.", "Chấp hành quy chế."]
