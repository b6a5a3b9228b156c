import type { SourceCell, SourceTable } from '../criteria/draft/source.ts'

/**
 * A table as it is drawn: a row per line, cells between bars; `text v2` reaches over two rows, `text >7` over seven
 * columns, `\n` begins another paragraph. A field that a cell from above takes is left out.
 */
export function annex(drawn: string, name?: string): SourceTable {
  const rows = drawn
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\|/, '').replace(/\|$/, '').split('|').map(cellOf))
  return name === undefined ? { rows } : { name, rows }
}

function cellOf(drawn: string): SourceCell {
  let text = drawn.trim()
  const spans = { rowSpan: 1, colSpan: 1 }
  for (;;) {
    const [whole, sign, count] = /(?:^| )([v>])(\d+)$/.exec(text) ?? []
    if (whole === undefined) break
    spans[sign === 'v' ? 'rowSpan' : 'colSpan'] = Number(count)
    text = text.slice(0, text.length - whole.length)
  }
  return { text: text.replaceAll('\\n', '\n'), ...spans }
}

/** In the shape of Phụ lục I of QĐ 318/QĐ-TTg: merged heads, seven regions, rows of years, a head on the next page. */
export const regionalAnnex: readonly SourceTable[] = [
  annex(`
    | TT v2 | Tên tiêu chí v2 | Nội dung tiêu chí >2 v2 | Chỉ tiêu chung v2 | Chỉ tiêu theo vùng >7 |
    | Trung du miền núi phía Bắc | Đồng bằng sông Hồng | Bắc Trung Bộ | Duyên hải Nam Trung Bộ | Tây Nguyên | Đông Nam Bộ | Đồng bằng sông Cửu Long |
    | I. QUY HOẠCH >12 |
    | 1 v2 | Quy hoạch v2 | 1.1. Có quy hoạch chung xây dựng xã còn thời hạn >2 | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt |
    | 1.2. Ban hành quy định quản lý quy hoạch chung xây dựng xã >2 | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt | Đạt |
    | II. HẠ TẦNG KINH TẾ - XÃ HỘI >12 |
    | 2 | Giao thông | 2.1. Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa, đảm bảo ô tô đi lại thuận tiện quanh năm >2 | UBND cấp tỉnh quy định cụ thể | UBND cấp tỉnh quy định cụ thể >7 |
    | 3 | Thủy lợi và phòng, chống thiên tai | 3.1. Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động >2 | ≥80% | ≥80% >7 |
    | 4 | Điện | Tỷ lệ hộ sử dụng điện thường xuyên, an toàn >2 | ≥98% | ≥95% | ≥99% | ≥98% | ≥98% | ≥ 98% | ≥99% | ≥98% |
  `),
  annex(`
    | TT v2 | Tên tiêu chí v2 | Nội dung tiêu chí >2 v2 | Chỉ tiêu chung v2 | Chỉ tiêu theo vùng >7 |
    | Trung du miền núi phía Bắc | Đồng bằng sông Hồng | Bắc Trung Bộ | Duyên hải Nam Trung Bộ | Tây Nguyên | Đông Nam Bộ | Đồng bằng sông Cửu Long |
    | 9 v2 | Nhà ở dân cư v2 | 9.1. Nhà tạm, dột nát >2 | Không | Không >7 |
    | 9.2. Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố >2 | ≥80% | ≥75% | ≥90% | ≥80% | ≥80% | ≥75% | ≥85% | ≥70% |
    | 10 v3 | Thu nhập v3 | Thu nhập bình quân đầu người (triệu đồng/người) v3 | Năm 2021 | ≥48 | ≥39 | ≥53 | ≥39 | ≥44 | ≥44 | ≥59 | ≥53 |
    | Năm 2022 | ≥51 | ≥42 | ≥56 | ≥42 | ≥47 | ≥47 | ≥62 | ≥56 |
    | Năm 2023 | ≥54 | ≥45 | ≥59 | ≥45 | ≥50 | ≥50 | ≥65 | ≥59 |
    | 17 | Môi trường và an toàn thực phẩm | 17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn >2 | ≥35% (≥15% từ hệ thống cấp nước tập trung) | ≥35% (≥15% từ hệ thống cấp nước tập trung) >7 |
  `),
]

/** In the shape of a province's village set with points: no level column, the level in the name, five columns. */
export const pointsAnnex: SourceTable = annex(`
    | STT | Tiêu chí | Nội dung | Điểm tối đa | Ghi chú |
    | 1 v2 | Giao thông v2 | 1.1 Đường trục thôn được cứng hóa đạt từ 80% trở lên | 12 | |
    | 1.2 Đường ngõ, xóm sạch, không lầy lội | 8 | |
    | 2 | Nhà ở | Không còn nhà tạm, dột nát | 20 | Sở Xây dựng |
    | 3 | Thu nhập | Thu nhập bình quân đầu người tối thiểu 45 triệu đồng/năm | 25,5 | |
    | 4 | Môi trường | Có tổ thu gom rác | mười | |
`)

/** In the shape of QĐ 1980/QĐ-TTg and of provincial sets: a general level and one by group, units in a column. */
export const groupsAnnex: SourceTable = annex(`
    | TT | Tên tiêu chí | Nội dung | Đơn vị tính | Nhóm 1 | Nhóm 2 | Nhóm 3 |
    | (1) | (2) | (3) | (4) | (5) | (6) | (7) |
    | 1 | Hộ nghèo | Tỷ lệ hộ nghèo | % | không quá 3% | không quá 5% | không áp dụng |
    | 2 | Trường học | Tỷ lệ trường học đạt chuẩn | % | 100% (≥70% đạt mức độ 1) | 100% (≥50% đạt mức độ 1) | 100% (≥50% đạt mức độ 1) |
    | 3 | Cây xanh | Đất cây xanh công cộng | m2/người | ≥ 4 | ≥ 2,5 | |
    | 4 | Lao động | Tỷ lệ lao động qua đào tạo | % | dưới 40 | 1.234 | 20 - 30 |
`)
