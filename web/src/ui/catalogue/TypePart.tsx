import { useUiText } from '../language.tsx'
import { Section } from '../Section.tsx'

const colours = ['cham', 'thong', 'bazan', 'quy-fill', 'suong', 'ink', 'ground', 'surface'] as const

/** The colours with their jobs, the sizes of type, figures in a column. */
export function TypePart() {
  const t = useUiText()
  return (
    <div className="ac-two">
      <Section heading={t('catalogue.colours')}>
        <ul className="catalogue-colours">
          {colours.map((colour) => (
            <li key={colour}>
              <span style={{ background: `var(--ac-${colour})` }} />
              <span className="ac-small">{t(`catalogue.colour.${colour}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('catalogue.type')}>
        <ul className="catalogue-type" lang="vi">
          <li className="catalogue-type-1">Ấp Ổn, Ngữ Ẵm, Đắk Rơ Wa</li>
          <li className="catalogue-type-2">Đã tụt, và vì sao</li>
          <li>Thôn (làng) vùng đồng bào dân tộc thiểu số</li>
          <li>Kon Jơ Dri̱, Kŏn Brăp, Plei Rơbai, Bŏk Ƀă, ƀuôn, Ĭa, jĭ</li>
          <li className="ac-small">Số liệu đúng ngày 31/12/2023, huyện nhập 18/1/2024</li>
          <li className="ac-note-text">Chấm dưới chân số: ngưỡng chưa đối chiếu với văn bản</li>
        </ul>
        <ul className="catalogue-figures ac-so">
          <li>21.989</li>
          <li>9.111</li>
          <li>15.943</li>
          <li>
            <b>1.417.141</b>
          </li>
        </ul>
      </Section>
    </div>
  )
}
