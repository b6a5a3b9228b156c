import { useMemo, useState } from 'react'

import { CriterionTiles } from '../CriterionTiles.tsx'
import type { Criterion } from '../CriterionTile.tsx'
import { Facts } from '../Facts.tsx'
import { useUiText } from '../language.tsx'
import { OpenNumber } from '../OpenNumber.tsx'
import { ReadTable, type Column } from '../ReadTable.tsx'
import { Section } from '../Section.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { TristateStrip } from '../TristateStrip.tsx'
import { Illustrative, Unchecked, Verdict } from '../Verdict.tsx'
import { tileGroups } from './fixture.ts'

/** The criteria of one commune as tiles, the open one with its indicators; the distance to losing recognition. */
export function TilesPart() {
  const t = useUiText()
  const [open, setOpen] = useState<string | undefined>('17')
  return (
    <Section heading={t('catalogue.tiles')} aside={<Illustrative />}>
      <TristateStrip
        heading={t('catalogue.strip.heading')}
        places={19}
        unmet={4}
        unknown={1}
        marks={[
          { at: 6, label: t('catalogue.strip.six') },
          { at: 10, label: t('catalogue.strip.ten') },
        ]}
      >
        {t('catalogue.strip.why')}
      </TristateStrip>
      <CriterionTiles
        groups={tileGroups}
        open={open}
        onOpen={setOpen}
        renderPanel={(criterion) => <Indicators criterion={criterion} />}
      />
    </Section>
  )
}

type Indicator = {
  readonly code: string
  readonly name: string
  readonly figure: string | undefined
  readonly computed: SignKind | undefined
  readonly level: string
  readonly isChecked: boolean
  readonly concluded: readonly [own: SignKind, district: SignKind, province: SignKind]
}

const indicators: readonly Indicator[] = [
  {
    code: '17.1',
    name: 'Hộ dùng nước sạch theo quy chuẩn',
    figure: '27,9\u00a0%',
    computed: 'unmet',
    level: '≥\u00a030\u00a0%',
    isChecked: false,
    concluded: ['met', 'unmet', 'unknown'],
  },
  {
    code: '17.3',
    name: 'Cảnh quan xanh, sạch, đẹp; không đọng nước thải',
    figure: undefined,
    computed: undefined,
    level: 'Đạt',
    isChecked: true,
    concluded: ['met', 'met', 'met'],
  },
  {
    code: '17.10',
    name: 'An toàn thực phẩm ở hộ và cơ sở',
    figure: '98,1\u00a0%',
    computed: 'unmet',
    level: '100\u00a0%',
    isChecked: true,
    concluded: ['unmet', 'unmet', 'unmet'],
  },
]

function Indicators({ criterion: { code, name, state } }: { readonly criterion: Criterion }) {
  const t = useUiText()
  const [openRow, setOpenRow] = useState<string>()
  const columns = useMemo((): readonly Column<Indicator>[] => {
    const conclusion = (index: 0 | 1 | 2, head: string): Column<Indicator> => ({
      key: head,
      head,
      render: ({ concluded }) => <Verdict kind={concluded[index]} />,
    })
    return [
      {
        key: 'name',
        head: t('catalogue.indicator'),
        render: (row) => (
          <>
            <span className="ac-so">{row.code}</span> {row.name}
          </>
        ),
      },
      {
        key: 'figure',
        head: t('catalogue.figure'),
        isNumber: true,
        onPhone: 'beside',
        render: (row) =>
          row.figure === undefined || row.computed === undefined ? (
            <span className="ac-small">{t('catalogue.concludedOnly')}</span>
          ) : (
            <span className="ac-nowrap">
              <OpenNumber
                means={`${row.figure}: ${row.name}`}
                isOpen={openRow === row.code}
                onOpen={() => setOpenRow(openRow === row.code ? undefined : row.code)}
                inColumn
              >
                {row.figure}
              </OpenNumber>{' '}
              <Sign kind={row.computed} label={t(`sign.${row.computed}`)} />
            </span>
          ),
      },
      {
        key: 'level',
        head: t('catalogue.level'),
        isNumber: true,
        render: (row) => (row.isChecked ? row.level : <Unchecked>{row.level}</Unchecked>),
      },
      conclusion(0, t('catalogue.stage.own')),
      conclusion(1, t('catalogue.stage.district')),
      conclusion(2, t('catalogue.stage.province')),
    ]
  }, [t, openRow])
  return (
    <>
      <h2>
        {code}. {name}: <Verdict kind={state} size={20} />
      </h2>
      <ReadTable
        caption={t('catalogue.indicators', { name })}
        isCaptionHidden
        columns={columns}
        rows={indicators}
        rowKey={(row) => row.code}
        renderReason={(row) =>
          row.concluded[0] === row.concluded[1] ? undefined : t('catalogue.stagesDiffer')
        }
        {...(openRow === undefined
          ? {}
          : {
              opened: {
                key: openRow,
                content: (
                  <Facts
                    facts={[
                      { label: t('catalogue.figure'), value: '412/1.477 hộ = 27,9\u00a0%' },
                      {
                        label: t('catalogue.evidence'),
                        value: t('catalogue.noEvidence'),
                      },
                    ]}
                  />
                ),
              },
            })}
      />
    </>
  )
}
