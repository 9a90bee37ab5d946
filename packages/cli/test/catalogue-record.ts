/** A made-up record as the national catalogue answers `LayThuTuc`: keys are its own, every value is a string. */
export const RECORD = {
  error_code: "0",
  result: [
    {
      MATTHC: "9.999920",
      TENTTHC: "Cấp giấy phép thử nghiệm",
      LINHVUCTHUCHIEN: [{ MALINHVUC: "T01", TENLINHVUC: "Hoạt động thử nghiệm" }],
      COQUANTHUCHIEN: [{ MADONVI: "X", TENDONVI: "Ủy ban nhân dân cấp xã" }],
      TRINHTUTHUCHIEN: [{ TRUONGHOP: "", TRINHTU: [{ TENTRINHTU: "Người yêu cầu nộp hồ sơ tại bộ phận một cửa" }] }],
      CACHTHUCTHUCHIEN: [
        {
          KENH: "Trực tiếp",
          THOIGIAN: [{ THOIGIANGIAIQUYET: "5", DONVITINH: "Ngày làm việc", MOTA: "", PHILEPHI: [{ SOTIEN: "50.000", DONVI: "Đồng", MOTA: "Lệ phí cấp phép" }, { SOTIEN: "", DONVI: "Đồng", MOTA: "Phí thẩm định" }] }],
        },
        { KENH: "Trực tuyến", THOIGIAN: [{ THOIGIANGIAIQUYET: "3", DONVITINH: "Ngày làm việc", MOTA: "", PHILEPHI: [{ SOTIEN: "50.000", DONVI: "Đồng", MOTA: "Lệ phí cấp phép" }] }] },
      ],
      THANHPHANHOSO: [
        { TRUONGHOP: "Cấp mới", GIAYTO: [{ MAGIAYTO: "T01-1", TENGIAYTO: "Bản thuyết minh", TENMAUDON: "Mẫu 01", SOBANCHINH: "1", SOBANSAO: "0" }] },
        { TRUONGHOP: "Cấp lại", GIAYTO: [{ MAGIAYTO: "T01-2", TENGIAYTO: "Giấy phép đã cấp", SOBANCHINH: "1", SOBANSAO: "1" }] },
      ],
      MOTADOITUONGTHUCHIEN: "Công dân Việt Nam",
      KETQUATHUCHIEN: [{ MAKETQUA: "KQ.T01.000001", TENKETQUA: "Giấy phép" }, { MAKETQUA: "X-9", TENKETQUA: "Bản sao giấy phép" }],
      CANCUPHAPLY: [{ SOVANBAN: "99/2026/NĐ-CP", TENVANBAN: "Nghị định thử nghiệm" }],
      YEUCAU: "Người nộp phải từ đủ 18 tuổi",
    },
  ],
};
