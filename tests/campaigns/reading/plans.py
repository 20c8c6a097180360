"""Plans made up for the tests: offices, names and numbers are invented, the ways of writing are those of the genre."""

GIAO_DUC = """\
UBND TỈNH HÀ GIANG	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO	Độc lập - Tự do - Hạnh phúc
Số: 45/KH-SGDĐT	Hà Giang, ngày 12 tháng 02 năm 2024
KẾ HOẠCH
Tổ chức phong trào thi đua “Dạy tốt - Học tốt”
chào mừng kỷ niệm 42 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2024)
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;
Căn cứ Thông tư số 29/2023/TT-BGDĐT ngày 29/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo hướng dẫn công tác thi đua, khen thưởng ngành Giáo dục;
Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh Hà Giang về công tác thi đua, khen thưởng năm 2024;
Sở Giáo dục và Đào tạo ban hành Kế hoạch tổ chức phong trào thi đua với các nội dung sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: Tạo không khí thi đua sôi nổi trong toàn ngành.
2. Yêu cầu: Phong trào phải thiết thực, tránh hình thức.
II. ĐỐI TƯỢNG, PHẠM VI, THỜI GIAN
1. Đối tượng
- Các phòng Giáo dục và Đào tạo, các trường trung học phổ thông, trung tâm trực thuộc Sở;
- Cán bộ quản lý, giáo viên, nhân viên và học sinh toàn ngành.
2. Phạm vi: Toàn tỉnh.
3. Thời gian: Từ ngày 15/02/2024 đến ngày 20/11/2024, chia làm 2 đợt:
- Đợt I: từ 15/02/2024 đến 31/5/2024, chào mừng kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024);
- Đợt II: từ 05/9/2024 đến 20/11/2024.
III. NỘI DUNG THI ĐUA
1. Thi đua nâng cao chất lượng giảng dạy
a) Mỗi giáo viên đăng ký ít nhất 02 tiết dạy tốt trong mỗi đợt.
b) Đổi mới phương pháp kiểm tra, đánh giá.
2. Thi đua xây dựng trường học hạnh phúc
Không để xảy ra bạo lực học đường.
3. Thi đua ứng dụng công nghệ thông tin
IV. CHỈ TIÊU
- 100% trường học tổ chức phát động phong trào;
- Tối thiểu 85% giáo viên đạt loại khá trở lên;
- Tỷ lệ học sinh bỏ học không quá 0,5%;
- Có từ 30 sáng kiến trở lên được công nhận cấp cơ sở.
V. KHEN THƯỞNG
1. Hình thức
a) Giấy khen của Giám đốc Sở: 20 tập thể và 50 cá nhân.
b) Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể, 08 cá nhân tiêu biểu.
2. Hồ sơ gồm:
- Tờ trình kèm danh sách (02 bản chính);
- Báo cáo thành tích theo Mẫu số 01 ban hành kèm theo Nghị định số 98/2023/NĐ-CP (01 bản);
- Biên bản bình xét.
Hồ sơ gửi về Sở (qua Văn phòng Sở) trước ngày 25/10/2024.
VI. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở: chủ trì tham mưu, tổng hợp kết quả; họp Hội đồng Thi đua - Khen thưởng trước ngày 05/11/2024.
2. Các phòng chuyên môn thuộc Sở: phối hợp theo dõi.
3. Phòng Giáo dục và Đào tạo các huyện, thành phố
- Tổ chức phát động trước ngày 28/02/2024;
- Báo cáo kết quả đợt I trước ngày 10/6/2024, đợt II trước ngày 25/10/2024.
Trên đây là Kế hoạch của Sở, đề nghị các đơn vị thực hiện./.
Nơi nhận:	KT. GIÁM ĐỐC
- UBND tỉnh (b/c);	PHÓ GIÁM ĐỐC
- Các phòng GD&ĐT;
- Lưu: VT, VP.	Nguyễn Thị Thu Hằng
"""

HUYEN = """\
ỦY BAN NHÂN DÂN
HUYỆN CÁI BÈ
Số: 88/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cái Bè, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2024 trên địa bàn huyện Cái Bè

Căn cứ Luật Thi đua, khen thưởng năm 2022;
Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;
Xét đề nghị của Trưởng phòng Nội vụ huyện tại Tờ trình số 21/TTr-PNV ngày 01/3/2024,
Ủy ban nhân dân huyện Cái Bè xây dựng Kế hoạch công tác thi đua, khen thưởng năm 2024 như sau:

A. MỤC ĐÍCH, YÊU CẦU
I. Mục đích
Nâng cao hiệu quả quản lý nhà nước về thi đua, khen thưởng.
II. Yêu cầu
Bảo đảm công khai, minh bạch.

B. CHƯƠNG TRÌNH CÔNG TÁC
STT	Nội dung công việc	Thời gian	Cơ quan chủ trì	Cơ quan phối hợp
1	Ban hành kế hoạch thi đua	Tháng 3	Phòng Nội vụ	Văn phòng HĐND và UBND huyện
2	Tổ chức ký giao ước thi đua các cụm, khối	Trước ngày 31/3/2024	Cụm trưởng, khối trưởng	Phòng Nội vụ; Các đơn vị thành viên
3	Sơ kết 6 tháng đầu năm	Quý II	Phòng Nội vụ	UBND các xã, thị trấn
4	Họp Hội đồng Thi đua - Khen thưởng huyện	Tháng 11	Thường trực Hội đồng	- Phòng Nội vụ; - Các thành viên Hội đồng
5	Tổng kết công tác thi đua	Quý IV/2024	UBND huyện	Các cơ quan, đơn vị

C. CHỈ TIÊU
1. Phấn đấu có 90% trở lên cán bộ, công chức đạt danh hiệu Lao động tiên tiến, trong đó không quá 15% đạt danh hiệu Chiến sĩ thi đua cơ sở.
2. 100% xã, thị trấn đăng ký thi đua.
3. Mỗi xã xây dựng ít nhất hai (02) mô hình điển hình tiên tiến.

D. ĐĂNG KÝ THI ĐUA
Các cơ quan, đơn vị gửi bản đăng ký thi đua về Phòng Nội vụ chậm nhất ngày 20 tháng 3 năm 2024.

Đ. HÌNH THỨC KHEN THƯỞNG
1. Danh hiệu thi đua: Lao động tiên tiến, Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến.
2. Giấy khen của Chủ tịch UBND huyện
- Tập thể: không quá 30% số tập thể đạt danh hiệu Tập thể lao động tiên tiến;
- Cá nhân: không quá 20% số cá nhân đạt danh hiệu Lao động tiên tiến.
3. Đề nghị Chủ tịch UBND tỉnh tặng Cờ thi đua cho 01 tập thể dẫn đầu; tặng Bằng khen cho các tập thể, cá nhân.

E. KINH PHÍ
Từ quỹ thi đua, khen thưởng của huyện.

G. TỔ CHỨC THỰC HIỆN
1. Giao Phòng Nội vụ
- Hướng dẫn, đôn đốc việc thực hiện Kế hoạch;
- Định kỳ hằng tháng (trước ngày 25) tổng hợp, báo cáo UBND huyện.
2. UBND các xã, thị trấn có trách nhiệm xây dựng kế hoạch của địa phương và gửi báo cáo tổng kết trước ngày 10/11 hằng năm.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các đoàn thể: tuyên truyền, vận động đoàn viên, hội viên.

Nơi nhận:
- Sở Nội vụ;
- TT. Huyện ủy, HĐND huyện;
- Như mục G;
- Lưu: VT, PNV.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Trần Văn Mười
"""

BENH_VIEN = """\
BỘ Y TẾ
BỆNH VIỆN PHỔI TRUNG ƯƠNG
--------
Số: 310 /KH-BVPTW
Hà Nội, ngày   tháng 5 năm 2025

KẾ HOẠCH PHÁT ĐỘNG PHONG TRÀO THI ĐUA
“ĐỔI MỚI PHONG CÁCH, THÁI ĐỘ PHỤC VỤ” NĂM 2025

Thực hiện Quyết định số 1234/QĐ-BYT ngày 20/3/2025 của Bộ trưởng Bộ Y tế về việc phát động phong trào thi đua, Bệnh viện Phổi Trung ương xây dựng Kế hoạch như sau:

1. MỤC TIÊU
1.1. Mục tiêu chung: Nâng cao sự hài lòng của người bệnh.
1.2. Mục tiêu cụ thể:
- Tỷ lệ hài lòng của người bệnh đạt trên 95%;
- Không có đơn thư khiếu nại về thái độ phục vụ;
- 100% khoa, phòng ký cam kết.

2. ĐỐI TƯỢNG THAM GIA
Tất cả các khoa, phòng, trung tâm và toàn thể viên chức, người lao động của Bệnh viện.

3. THỜI GIAN THỰC HIỆN
3.1. Giai đoạn 1: từ tháng 6 đến tháng 8 năm 2025.
3.2. Giai đoạn 2: từ tháng 9 đến tháng 12 năm 2025.

4. TIÊU CHÍ CHẤM ĐIỂM
| STT | Nội dung tiêu chí | Điểm tối đa |
|---|---|---|
| I | Đối với khoa, phòng | 60 |
| 1 | Thực hiện quy tắc ứng xử | 30 |
| 2 | Cải tiến quy trình khám bệnh | 30 |
| II | Đối với cá nhân | 40 |
| 1 | Không vi phạm kỷ luật | 20 |
| 2 | Có sáng kiến cải tiến | 20 |
|  | Tổng cộng | 100 |

5. KHEN THƯỞNG
| Hình thức khen thưởng | Tập thể | Cá nhân |
|---|---|---|
| Giấy khen của Giám đốc Bệnh viện | 05 | 20 |
| Bằng khen của Bộ trưởng Bộ Y tế | 01 | 02 |

6. HỒ SƠ
6.1. Thành phần: Tờ trình của khoa, phòng; Biên bản họp; Báo cáo thành tích (Mẫu số 03).
6.2. Số lượng: 02 bộ.
6.3. Thời hạn nộp: trước 16 giờ 00 ngày 15/12/2025 về Phòng Tổ chức cán bộ.

7. TỔ CHỨC THỰC HIỆN
- Phòng Tổ chức cán bộ: đầu mối triển khai.
- Công đoàn Bệnh viện phối hợp vận động đoàn viên.
- Các khoa, phòng đăng ký tham gia trước ngày 10/6/2025.
- Sơ kết giai đoạn 1 vào ngày 05/9/2025; tổng kết và trao thưởng vào ngày 28/12/2025.

Nơi nhận:
- Bộ Y tế (để b/c);
- Các khoa, phòng;
- Lưu: VT, TCCB.
                                   GIÁM ĐỐC


                                   PGS.TS. Đinh Văn Lượng
"""

TRUONG = """\
PHÒNG GD&ĐT QUẬN NINH KIỀU
TRƯỜNG THCS LƯƠNG THẾ VINH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc

Số: 27/KH-LTV                         Ninh Kiều, ngày 09 tháng 9 năm 2024

KẾ HOẠCH
CÔNG TÁC THI ĐUA, KHEN THƯỞNG
NĂM HỌC 2024 - 2025

- Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;
- Căn cứ Hướng dẫn số 1567/HD-SGDĐT ngày 28/8/2024 của Sở Giáo dục và Đào tạo thành phố Cần Thơ về công tác thi đua năm học 2024-2025;
- Căn cứ tình hình thực tế của nhà trường;
Trường THCS Lương Thế Vinh xây dựng kế hoạch thi đua năm học 2024 - 2025 cụ thể như sau:

I/. MỤC ĐÍCH - YÊU CẦU:
1/. Mục đích:
- Động viên cán bộ, giáo viên, nhân viên thi đua dạy tốt.
2/. Yêu cầu:
- Khen thưởng đúng người, đúng việc.

II/. CÁC ĐỢT THI ĐUA TRONG NĂM HỌC:
* Đợt 1: Từ 05/9/2024 đến 20/11/2024: chào mừng Ngày Nhà giáo Việt Nam 20/11.
* Đợt 2: Từ 21/11/2024 đến 03/02/2025: mừng Đảng, mừng Xuân.
* Đợt 3: Từ 04/02/2025 đến 26/3/2025
* Đợt 4: Từ 27/3/2025 đến 19/5/2025

III/. CHỈ TIÊU PHẤN ĐẤU:
1/. Tập thể:
- Trường đạt danh hiệu: Tập thể lao động xuất sắc.
- 6/7 tổ đạt Tổ lao động tiên tiến.
2/. Cá nhân:
- Lao động tiên tiến: 95%.
- Chiến sĩ thi đua cơ sở: 15%
- Giáo viên giỏi cấp quận: 08 giáo viên.
- Ít nhất 12 sáng kiến kinh nghiệm được xếp loại cấp quận.

IV/. BIỆN PHÁP THỰC HIỆN
1. Quán triệt các văn bản.
2. Đăng ký thi đua đầu năm, nộp bản đăng ký về văn phòng trước ngày 25/9/2024.

V/. QUY TRÌNH XÉT THI ĐUA
- Ngày 15/5/2025: các tổ họp bình xét.
- Ngày 20/5/2025: Hội đồng thi đua nhà trường họp xét.
- Hạn chót nộp hồ sơ về Phòng GD&ĐT: 30/5/2025.

VI/. MỨC THƯỞNG
Thực hiện theo quy chế chi tiêu nội bộ.

VII/. TỔ CHỨC THỰC HIỆN
1. Ban giám hiệu: chỉ đạo chung.
2. Công đoàn: phối hợp phát động.
3. Tổ trưởng chuyên môn: theo dõi, đánh giá hàng tháng.

Nơi nhận:
- Phòng GD&ĐT (báo cáo);
- Các tổ CM (thực hiện);
- Lưu VT.
HIỆU TRƯỞNG

Lê Hoàng Nam
"""

CONG_DOAN = """\
LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM ĐỊNH
CÔNG ĐOÀN VIÊN CHỨC TỈNH
Số: 19/KH-CĐVC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nam Định, ngày 10-01-2025

KẾ HOẠCH
Phát động phong trào thi đua “Lao động giỏi - Lao động sáng tạo” trong cán bộ, đoàn
viên công đoàn giai đoạn 2025 - 2027

Thực hiện Chương trình số 08/CTr-LĐLĐ ngày 05 tháng 12 năm 2024 của Liên đoàn Lao
động tỉnh Nam Định về nâng cao chất lượng phong trào thi đua, Ban Thường vụ Công đoàn
Viên chức tỉnh ban hành Kế hoạch như sau:

I. Mục đích, yêu cầu
- Khơi dậy tinh thần sáng tạo của đoàn viên, người lao động; góp phần hoàn thành nhiệm
vụ chính trị của từng cơ quan, đơn vị trong giai đoạn tới.
- Gắn phong trào với Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị.

II. Thời gian, đối tượng
1. Thời gian: từ tháng 01/2025 đến hết tháng 12/2027.
2. Đối tượng: công đoàn cơ sở trực thuộc; đoàn viên, người lao động trong các cơ quan
hành chính, đơn vị sự nghiệp của tỉnh.

III. Nội dung
1. Thi đua thực hiện tốt nhiệm vụ chuyên môn, nâng cao chất lượng tham mưu; rút ngắn
thời gian giải quyết công việc. Phấn đấu ít nhất 80% công đoàn cơ sở có mô hình “Dân
vận khéo”.
2. Thi đua phát huy sáng kiến, cải tiến kỹ thuật.
3. Thi đua xây dựng tổ chức công đoàn vững mạnh, phấn đấu hằng năm có trên 90% công
đoàn cơ sở hoàn thành tốt nhiệm vụ trở lên.

IV. Khen thưởng
1. Hằng năm: Ban Thường vụ Công đoàn Viên chức tỉnh tặng Giấy khen cho 10 tập thể,
25 cá nhân.
2. Tổng kết 03 năm: đề nghị Ban Thường vụ Liên đoàn Lao động tỉnh tặng Bằng khen cho
03 tập thể, 05 cá nhân; đề nghị Tổng Liên đoàn Lao động Việt Nam tặng Bằng Lao động
sáng tạo cho 02 cá nhân.
3. Hồ sơ khen thưởng gồm: Tờ trình, danh sách trích ngang, Báo cáo thành tích có xác
nhận của thủ trưởng đơn vị (mỗi loại 02 bản), gửi trước ngày 15/11 hằng năm.

V. Tổ chức thực hiện
1. Công đoàn Viên chức tỉnh tổ chức sơ kết vào quý IV/2025 và quý IV/2026, tổng kết
vào quý IV năm 2027.
2. Các công đoàn cơ sở căn cứ Kế hoạch này xây dựng kế hoạch cụ thể; báo cáo kết quả
6 tháng trước ngày 10/6, năm trước ngày 10/12 hằng năm.
3. Ban Tuyên giáo - Nữ công tham mưu theo dõi, tổng hợp.

Nơi nhận:
- Thường trực LĐLĐ tỉnh (b/c);
- Các CĐCS trực thuộc;
- Lưu VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH


Phạm Thị Lan Anh
"""

THUE = """\
TỔNG CỤC THUẾ
CỤC THUẾ TỈNH AN GIANG
Số: …./KH-CTANG
An Giang, ngày ….. tháng ….. năm 2024

KẾ HOẠCH
Tổ chức đợt thi đua cao điểm 100 ngày đêm hoàn thành nhiệm vụ thu ngân sách năm 2024

Để hoàn thành thắng lợi dự toán thu ngân sách nhà nước năm 2024, Cục Thuế tỉnh An Giang xây dựng kế hoạch tổ chức đợt thi đua như sau:

I. THỜI GIAN: từ ngày 22 tháng 9 năm 2024 đến ngày 30 tháng 12 năm 2024
II. ĐỐI TƯỢNG THAM GIA
1. Tập thể: Các phòng thuộc Văn phòng Cục; các Chi cục Thuế khu vực.
2. Cá nhân: Công chức, người lao động toàn ngành.
III. MỤC TIÊU
1. Thu đạt 100% dự toán được giao trở lên.
2. Nợ thuế không vượt quá 8% tổng thu ngân sách.
3. Tối thiểu 98% hồ sơ hoàn thuế giải quyết đúng hạn.
IV. TIÊU CHÍ ĐÁNH GIÁ (thang điểm 100)
1. Kết quả thu ngân sách: 50 điểm
2. Kết quả thu nợ: 30 điểm
3. Cải cách hành chính: 20 điểm
V. SỐ LƯỢNG, HÌNH THỨC KHEN THƯỞNG
Cục trưởng Cục Thuế tặng Giấy khen cho 03 Phòng, 04 Chi cục và 15 cá nhân có thành tích xuất sắc.
VI. TIẾN ĐỘ THỰC HIỆN
- Trước 25/9/2024: các đơn vị đăng ký thi đua;
- Ngày 05/11/2024: sơ kết;
- Chậm nhất 08/01/2025: gửi hồ sơ đề nghị khen thưởng;
- Hội đồng Thi đua - Khen thưởng họp xét xong trước 15/01/2025.
VII. TỔ CHỨC THỰC HIỆN
Phòng Tổ chức cán bộ chủ trì, phối hợp với Phòng Tuyên truyền triển khai kế hoạch này.
Trưởng các phòng, Chi cục trưởng có trách nhiệm phổ biến đến toàn thể công chức.
Nơi nhận:
- Tổng cục Thuế (b/c); - Lãnh đạo Cục; - Các phòng, CCT; - Lưu: VT, TCCB.
CỤC TRƯỞNG
Trần Quốc Toản
"""

XA = """\
**ỦY BAN NHÂN DÂN XÃ ĐẮK LUA**

Số: 112/KH-UBND

*Đắk Lua, ngày 18 tháng 8 năm 2025*

# KẾ HOẠCH

**Triển khai phong trào thi đua "Cả nước thi đua đổi mới sáng tạo và chuyển đổi số" trên địa bàn xã giai đoạn 2025 - 2030**

Thực hiện Quyết định số 1315/QĐ-TTg ngày 24/6/2025 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai phong trào thi đua; Kế hoạch số 77/KH-UBND ngày 30 tháng 7 năm 2025 của UBND tỉnh Đồng Nai về triển khai phong trào thi đua, UBND xã Đắk Lua xây dựng kế hoạch thực hiện, cụ thể như sau:

**I. MỤC ĐÍCH, YÊU CẦU**

**1. Mục đích**

Khơi dậy tinh thần đổi mới sáng tạo.

**II. NỘI DUNG, TIÊU CHÍ THI ĐUA**

**1. Đối với tập thể**

a) Có ít nhất 01 mô hình chuyển đổi số hiệu quả.

b) 100% hồ sơ công việc được xử lý trên môi trường điện tử.

**2. Đối với cá nhân**

- Có sáng kiến được công nhận.
- Gương mẫu học tập, nâng cao kỹ năng số.

**3. Đối với hộ gia đình, người dân**

- Sử dụng dịch vụ công trực tuyến.

**III. ĐỐI TƯỢNG, THỜI GIAN THỰC HIỆN**

1. Đối tượng: Các cơ quan, đơn vị, ấp; cán bộ, công chức và Nhân dân trên địa bàn xã.

2. Thời gian thực hiện: Giai đoạn 1 từ tháng 9/2025 đến hết năm 2027; giai đoạn 2 từ năm 2028 đến năm 2030.

**IV. KHEN THƯỞNG**

1. Khen thưởng hàng năm: UBND xã xét chọn 03 tập thể, 05 cá nhân tiêu biểu để Chủ tịch UBND xã tặng Giấy khen.

2. Khen thưởng sơ kết (năm 2027), tổng kết (năm 2030): trình Chủ tịch UBND tỉnh tặng Bằng khen cho 01 tập thể và 02 cá nhân.

3. Hồ sơ gồm có:

- Tờ trình (kèm danh sách);

- Báo cáo thành tích theo mẫu số 1.1 Phụ lục Nghị định 152/2025/NĐ-CP;

- Biên bản họp xét khen thưởng.

Số lượng: 01 bộ bản chính, gửi về Phòng Văn hóa - Xã hội trước ngày 05 tháng 11 hàng năm.

**V. TỔ CHỨC THỰC HIỆN**

1. Phòng Văn hóa - Xã hội

- Tham mưu tổ chức sơ kết trong quý III/2027, tổng kết trong quý III/2030.

- Tổng hợp báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 10/11 hằng năm.

2. Văn phòng HĐND và UBND xã: bố trí kinh phí.

3. Các ấp, cơ quan, đơn vị: đăng ký nội dung thi đua gửi về UBND xã chậm nhất ngày 30/9/2025.

**Nơi nhận:**

- UBND tỉnh;
- TT Đảng ủy xã;
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN**
**CHỦ TỊCH**

**Đỗ Thành Công**
"""

BO = """\
BỘ TƯ PHÁP	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
	Độc lập - Tự do - Hạnh phúc
Số: 05/KH-BTP	Hà Nội, ngày 6 tháng 1 năm 2023

KẾ HOẠCH
Công tác thi đua, khen thưởng của Bộ Tư pháp năm 2023
(Ban hành kèm theo Quyết định số 15/QĐ-BTP ngày 06/01/2023)

I. MỤC TIÊU
Đưa công tác thi đua đi vào thực chất.

II. NHIỆM VỤ CỤ THỂ
1. Quý I
a) Ban hành Kế hoạch phát động phong trào thi đua (Vụ Thi đua - Khen thưởng chủ trì).
b) Tổ chức đăng ký thi đua; hoàn thành trước ngày 31/3/2023.
2. Quý II
- Kiểm tra công tác thi đua tại các Khu vực thi đua;
- Sơ kết 6 tháng đầu năm.
3. Quý III
- Tập huấn nghiệp vụ. Đơn vị thực hiện: Vụ Thi đua - Khen thưởng, Học viện Tư pháp.
4. Quý IV
- Hội đồng Thi đua - Khen thưởng ngành họp xét danh hiệu;
- Hội nghị tổng kết.

III. HÌNH THỨC KHEN THƯỞNG
1. Danh hiệu thi đua và hình thức khen thưởng thuộc thẩm quyền của Bộ trưởng:
- Cờ thi đua Ngành Tư pháp;
- Bằng khen của Bộ trưởng Bộ Tư pháp: không quá 25% số tập thể, 15% số cá nhân;
- Kỷ niệm chương “Vì sự nghiệp Tư pháp”.
2. Trình Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ cho 02 tập thể; trình Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 01 tập thể, 03 cá nhân.

IV. KINH PHÍ
Kinh phí thực hiện từ Quỹ thi đua, khen thưởng.

V. TỔ CHỨC THỰC HIỆN
1. Vụ Thi đua - Khen thưởng: theo dõi, đôn đốc.
2. Cục Kế hoạch - Tài chính: bảo đảm kinh phí.
Nơi nhận:	KT. BỘ TRƯỞNG
- Bộ trưởng (để b/c);	THỨ TRƯỞNG
- Các đơn vị thuộc Bộ;
- Lưu: VT, TĐKT.	(đã ký)
	Nguyễn Khánh Ngọc
"""

DAI_HOC = """\
TRƯỜNG ĐẠI HỌC SƯ PHẠM KỸ THUẬT VINH
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
Số 61/KH-HĐTĐKT
Nghệ An, ngày 30 tháng 10 năm 2024

KẾ HOẠCH
V/v tổ chức đợt thi đua chào mừng 64 năm ngày thành lập Trường (08/4/1960 - 08/4/2024)

Căn cứ Quyết định số 99/QĐ-ĐHSPKTV ngày 02/01/2024 của Hiệu trưởng về việc ban hành Quy chế thi đua, khen thưởng;
Căn cứ kết luận của Hiệu trưởng tại cuộc họp giao ban,
Hội đồng Thi đua - Khen thưởng ban hành Kế hoạch tổ chức đợt thi đua như sau:

Điều 1. Mục đích
Tạo khí thế sôi nổi.
Điều 2. Thời gian
Bắt đầu từ 01/11/2024 và kết thúc vào ngày 08/4/2025.
Điều 3. Đối tượng
a) Tập thể: các khoa, phòng, ban, trung tâm;
b) Cá nhân: viên chức, người lao động, người học.
Điều 4. Tiêu chí
1. Đối với tập thể (60 điểm)
1.1. Hoàn thành kế hoạch giảng dạy (25 điểm)
1.2. Có ít nhất 02 đề tài nghiên cứu (20 điểm)
1.3. Nền nếp làm việc (15 điểm)
2. Đối với cá nhân (40 điểm)
2.1. Bảo đảm giờ chuẩn (20 điểm)
2.2. Có bài báo khoa học (20 điểm)
Điều 5. Giải thưởng
- 01 giải Nhất, 02 giải Nhì cho tập thể;
- Hiệu trưởng tặng Giấy khen kèm tiền thưởng cho 05 tập thể và 20 cá nhân.
Điều 6. Lịch trình
STT	Công việc	Thời gian	Phụ trách
1	Phát động	01/11/2024	Hội đồng TĐKT
2	Các đơn vị nộp báo cáo kết quả	Trước 15/3/2025	Các khoa, phòng
3	Hội đồng họp xét	20/3/2025	Hội đồng TĐKT
4	Lễ tổng kết, trao thưởng	08/4/2025	Phòng CTSV; Phòng TCHC
Điều 7. Tổ chức thực hiện
Giao Phòng Tổ chức - Hành chính làm đầu mối; các khoa, phòng, ban, trung tâm có trách nhiệm triển khai.
Nơi nhận: - Ban Giám hiệu; - Các đơn vị; - Lưu VT.
TM. HỘI ĐỒNG
CHỦ TỊCH
HIỆU TRƯỞNG
TS. Cao Danh Chính
"""

ALL = {
    "giao_duc": GIAO_DUC,
    "huyen": HUYEN,
    "benh_vien": BENH_VIEN,
    "truong": TRUONG,
    "cong_doan": CONG_DOAN,
    "thue": THUE,
    "xa": XA,
    "bo": BO,
    "dai_hoc": DAI_HOC,
}
