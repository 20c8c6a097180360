"""Three more invented plans: a ward of 2025, a school with its school year, a hospital with tables."""

PHUONG = """\
ỦY BAN NHÂN DÂN                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG HẠC THÀNH                              Độc lập - Tự do - Hạnh phúc

Số: 27/KH-UBND                            Hạc Thành, ngày 05 tháng 8 năm 2025

KẾ HOẠCH
Phát động phong trào thi đua “Chính quyền hai cấp gần dân, phục vụ dân” trên địa bàn phường năm 2025

Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực tổ chức hành chính nhà nước và Luật Thi đua, khen thưởng;
Ủy ban nhân dân phường Hạc Thành ban hành Kế hoạch phát động phong trào thi đua với các nội dung sau:
i. Mục đích, yêu cầu
1. Mục đích
- Tạo khí thế thi đua sôi nổi trong vận hành chính quyền địa phương hai cấp.
2. Yêu cầu
- Thi đua thiết thực, không hình thức.
ii. Đối tượng, thời gian
1. Đối tượng
a) Tập thể: Các phòng chuyên môn, Trung tâm Phục vụ hành chính công phường, các trường học, tổ dân phố.
b) Cá nhân: Cán bộ, công chức, viên chức, người lao động và Nhân dân trên địa bàn phường.
2. Thời gian
Bắt đầu từ ngày mồng một tháng tám năm hai nghìn không trăm hai mươi lăm, kết thúc ngày 15/12/2025. Chia làm 02 đợt:
- Đợt 1: từ 01/8/2025 đến 30/9/2025;
- Đợt 2: từ 01/10 đến 15/12/2025.
iii. Nội dung thi đua
1. 100% hồ sơ thủ tục hành chính được tiếp nhận, trả kết quả đúng và trước hạn.
2. Tối thiểu 70% hồ sơ nộp trực tuyến toàn trình.
3. Không để xảy ra đơn thư vượt cấp, kéo dài.
iv. Hình thức khen thưởng
- Chủ tịch UBND phường tặng Giấy khen cho 10 tập thể và không quá 15% cán bộ, công chức, viên chức có thành tích xuất sắc.
- Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể, 03 cá nhân tiêu biểu.
v. Hồ sơ, thời hạn
1. Hồ sơ đề nghị khen thưởng (02 bộ) gồm:
- Tờ trình kèm danh sách trích ngang;
- Biên bản họp xét khen thưởng;
- Báo cáo thành tích theo Mẫu số 1.1 Nghị định số 152/2025/NĐ-CP.
2. Thời hạn: Hồ sơ gửi về Phòng Văn hóa - Xã hội trước 17 giờ 00 ngày 05 tháng 12 năm 2025.
vi. Tổ chức thực hiện
1. Phòng Văn hóa - Xã hội: Chủ trì tham mưu, theo dõi, đôn đốc; tổng hợp báo cáo UBND phường trước ngày 20/12/2025.
2. Trung tâm Phục vụ hành chính công: Niêm yết công khai kết quả thi đua hằng tháng.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội vận động đoàn viên, hội viên hưởng ứng phong trào.

Nơi nhận:                                            TM. ỦY BAN NHÂN DÂN
- Sở Nội vụ tỉnh (b/c);                                   KT. CHỦ TỊCH
- TTr. Đảng ủy, HĐND phường;                             PHÓ CHỦ TỊCH
- Các phòng, đơn vị thuộc phường;
- Lưu: VT, VHXH.
                                                        Lê Thị Minh Nguyệt
"""

TRUONG_THPT = """\
SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NGHỆ AN
TRƯỜNG THPT NGUYỄN XUÂN ÔN
Số: 112/KH-THPTNXO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Diễn Châu, ngày 12 tháng 9 năm 2025
KẾ HOẠCH
Thi đua “Dạy tốt - Học tốt” năm học 2025 - 2026
Căn cứ Thông tư số 29/2023/TT-BGDĐT ngày 29/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo hướng dẫn công tác thi đua, khen thưởng đối với ngành Giáo dục;
Thực hiện Kế hoạch số 2145/KH-SGDĐT ngày 28/8/2025 của Sở Giáo dục và Đào tạo về phong trào thi đua năm học 2025-2026;
Trường THPT Nguyễn Xuân Ôn xây dựng Kế hoạch thi đua năm học 2025 - 2026 như sau:
A. MỤC ĐÍCH, YÊU CẦU
Động viên cán bộ, giáo viên, học sinh hoàn thành nhiệm vụ năm học.
B. NỘI DUNG
I. Đối tượng thi đua
- Các tổ chuyên môn, tổ văn phòng, các lớp;
- Cán bộ, giáo viên, nhân viên và học sinh toàn trường.
II. Thời gian thi đua
1. Đợt 1: Từ ngày 05/9/2025 đến ngày 20/11/2025, chào mừng kỷ niệm 43 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2025).
2. Đợt 2: Từ ngày 21/11/2025 đến ngày 09/01/2026, chào mừng ngày Học sinh, sinh viên.
3. Đợt 3: Từ ngày 10/01/2026 đến ngày 26/3/2026.
4. Đợt 4: Từ ngày 27/3/2026 đến ngày 31/5/2026.
III. Chỉ tiêu
- Tỷ lệ tốt nghiệp THPT: 99,5% trở lên;
- Học sinh giỏi cấp tỉnh: 45 giải trở lên;
- Chiến sĩ thi đua cơ sở: không quá 15% số Lao động tiên tiến.
- Không có cán bộ, giáo viên vi phạm đạo đức nhà giáo.
IV. Tiêu chí xét thi đua: thực hiện theo Phụ lục kèm theo Kế hoạch này.
V. Danh hiệu thi đua, hình thức khen thưởng
1. Hiệu trưởng tặng Giấy khen cho 03 tổ chuyên môn, 06 lớp và 20 giáo viên tiêu biểu.
2. Đề nghị Giám đốc Sở Giáo dục và Đào tạo tặng Giấy khen cho 02 tập thể và 05 cá nhân.
3. Đề nghị Chủ tịch UBND tỉnh công nhận danh hiệu “Tập thể Lao động xuất sắc” cho 01 tập thể.
C. TỔ CHỨC THỰC HIỆN
1. Các tổ, lớp đăng ký thi đua trước ngày 25/9/2025 (nộp về Văn phòng).
2. Sơ kết học kỳ I: tuần 3 tháng 01/2026. Tổng kết năm học: trước ngày 31/5/2026.
3. Hồ sơ khen thưởng cuối năm nộp về Hội đồng thi đua chậm nhất ngày 20/5/2026.
4. Ban Thi đua nhà trường có trách nhiệm theo dõi, chấm điểm hằng tuần.
Trên đây là Kế hoạch thi đua năm học 2025 - 2026 của Trường THPT Nguyễn Xuân Ôn./.
Nơi nhận:	KT. HIỆU TRƯỞNG
- Sở GD&ĐT (b/c);	PHÓ HIỆU TRƯỞNG
- Các tổ, lớp (t/h);
- Lưu: VT.	Phan Văn Thắng
PHỤ LỤC
TIÊU CHÍ CHẤM ĐIỂM THI ĐUA
(Kèm theo Kế hoạch số 112/KH-THPTNXO ngày 12/9/2025)
STT	Nội dung tiêu chí	Điểm tối đa
I	Công tác chuyên môn	60
1	Thực hiện chương trình, kế hoạch giáo dục	20
2	Đổi mới phương pháp dạy học, chuyển đổi số	20
3	Chất lượng học sinh giỏi, tốt nghiệp	20
II	Nền nếp, kỷ luật	40
4	Thực hiện kỷ luật lao động, nội quy trường lớp	25
5	Tham gia hoạt động tập thể	15
	Tổng cộng	100
"""

BENH_VIEN_NHI = """\
SỞ Y TẾ THÀNH PHỐ ĐÀ NẴNG
BỆNH VIỆN PHỤ SẢN - NHI
Số: 890/KH-BVPSN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đà Nẵng, ngày 03 tháng 3 năm 2025
KẾ HOẠCH
Tổ chức phong trào thi đua “Đổi mới phong cách, thái độ phục vụ người bệnh” năm 2025
Thực hiện Kế hoạch số 55/KH-SYT ngày 10/02/2025 của Sở Y tế; Bệnh viện Phụ sản - Nhi Đà Nẵng xây dựng kế hoạch tổ chức phong trào thi đua năm 2025 như sau:
I. MỤC ĐÍCH
Nâng cao sự hài lòng của người bệnh.
II. ĐỐI TƯỢNG VÀ PHẠM VI
Toàn thể các khoa, phòng, trung tâm và viên chức, người lao động của Bệnh viện.
III. NỘI DUNG VÀ CHỈ TIÊU
1. Tỷ lệ hài lòng của người bệnh nội trú đạt từ 95% trở lên.
2. Giảm thời gian chờ khám còn không quá 60 phút.
3. Không có sai sót chuyên môn nghiêm trọng.
IV. TIẾN ĐỘ THỰC HIỆN
TT	Nội dung	Thời gian	Đơn vị chủ trì
1	Ban hành và phổ biến Kế hoạch	Trước 10/3/2025	Phòng Tổ chức cán bộ
2	Các khoa, phòng đăng ký thi đua	Trước ngày 20/3/2025	Các khoa, phòng
3	Sơ kết 6 tháng	Tháng 7/2025	Hội đồng Thi đua - Khen thưởng
4	Nộp hồ sơ đề nghị khen thưởng	Trước ngày 25/11/2025	Các khoa, phòng
5	Họp Hội đồng xét khen thưởng	05/12/2025	Hội đồng Thi đua - Khen thưởng
6	Tổng kết, trao thưởng	20/12/2025	Phòng Tổ chức cán bộ
V. KHEN THƯỞNG
TT	Hình thức khen thưởng	Tập thể	Cá nhân
1	Bằng khen của Chủ tịch UBND thành phố	01	02
2	Giấy khen của Giám đốc Sở Y tế	03	05
3	Giấy khen của Giám đốc Bệnh viện	08	30
VI. TỔ CHỨC THỰC HIỆN
- Phòng Tổ chức cán bộ là đầu mối tham mưu, tổng hợp.
- Phòng Tài chính - Kế toán bố trí kinh phí khen thưởng.
- Các khoa, phòng triển khai đến toàn thể viên chức.
Nơi nhận:	KT. GIÁM ĐỐC
- Sở Y tế (để b/c);	PHÓ GIÁM ĐỐC
- Các khoa, phòng;
- Lưu: VT, TCCB.	BSCKII. Trần Đình Vinh
"""
