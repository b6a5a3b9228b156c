import { useMemo, useState } from 'react'

import { BandBar } from '../BandBar.tsx'
import { UnitDiagram } from '../diagram/UnitDiagram.tsx'
import { useUiText } from '../language.tsx'
import { Matrix } from '../Matrix.tsx'
import { ReadTable, type Column } from '../ReadTable.tsx'
import { Section } from '../Section.tsx'
import { Illustrative, Unknown, Verdict } from '../Verdict.tsx'
import { districts } from './communes.ts'
import { clothCriteria, clothGroups, clothTotal, diagramUnits, weaveNames } from './fixture.ts'

/** Nothing in the catalogue leads away from it. */
const toSelf = () => '/bang-mau'

const groups = districts.map(({ id, name }) => ({ id, name }))

/** The cloth, the diagram with its bands, a table that sorts and adds up. */
export function FiguresPart() {
  const t = useUiText()
  const [opened, setOpened] = useState<string>()
  const units = useMemo(
    () =>
      diagramUnits((met, isIn, isRecognised) => {
        if (!isIn) return t('catalogue.says.outside')
        return isRecognised ? t('catalogue.says.recognised', { met }) : t('catalogue.says.met', { met })
      }),
    [t],
  )
  const countOf = (weave: string) => units.filter((unit) => unit.weave === weave).length
  return (
    <>
      <Section
        heading={t('catalogue.cloth')}
        id="tam-det"
        aside={t('catalogue.clothSize', { criteria: clothCriteria.length, total: clothTotal })}
      >
        <Matrix
          name={t('catalogue.clothSize', { criteria: clothCriteria.length, total: clothTotal })}
          criteria={clothCriteria}
          groups={clothGroups}
          total={clothTotal}
          unitHref={toSelf}
          onOpenCriterion={setOpened}
          isIllustrative
        />
        {opened !== undefined && (
          <p className="ac-small" role="status">
            {t('catalogue.opened', { what: opened })}
          </p>
        )}
      </Section>
      <div className="ac-two">
        <Section heading={t('catalogue.diagram')}>
          <UnitDiagram
            name={t('catalogue.diagramName')}
            units={units}
            groups={groups}
            unitHref={toSelf}
            cellsSay={t('catalogue.cellsSay')}
            isIllustrative
          />
          <BandBar
            name={t('catalogue.bandsName')}
            unit={(count) => t('catalogue.commune', { count })}
            bands={weaveNames.map((weave) => ({
              key: weave,
              weave,
              label: t(`catalogue.band.${weave}`),
              count: countOf(weave),
              onOpen: () => setOpened(t(`catalogue.band.${weave}`)),
            }))}
            others={[
              { key: 'unknown', weave: 'unknown', label: t('unknown'), count: countOf('unknown') },
              {
                key: 'outside',
                weave: 'outside',
                label: t('catalogue.band.outside'),
                count: countOf('outside'),
              },
              {
                key: 'ring',
                weave: 'ring',
                label: t('catalogue.band.ring'),
                count: units.filter(({ isRecognised }) => isRecognised).length,
              },
            ]}
          />
        </Section>
        <Section heading={t('catalogue.table')} aside={<Illustrative />}>
          <DistrictTable />
        </Section>
      </div>
    </>
  )
}

type DistrictRow = {
  readonly id: string
  readonly name: string
  readonly communes: number
  readonly average: number | undefined
}

function DistrictTable() {
  const t = useUiText()
  const rows = useMemo(
    () =>
      clothGroups.map(({ id, name, units }): DistrictRow => {
        const met = units.flatMap(({ stitches }) => stitches).filter((verdict) => verdict === 'met').length
        const average = id === '616' ? undefined : Math.round((10 * met) / units.length) / 10
        return { id, name, communes: units.length, average }
      }),
    [],
  )
  const columns = useMemo(
    (): readonly Column<DistrictRow>[] => [
      { key: 'name', head: t('catalogue.district'), render: ({ name }) => name, sortBy: ({ name }) => name },
      {
        key: 'communes',
        head: t('catalogue.communes'),
        render: ({ communes }) => communes,
        sortBy: ({ communes }) => communes,
        isNumber: true,
        total: clothTotal,
      },
      {
        key: 'average',
        head: t('catalogue.average'),
        render: ({ average }) => (average === undefined ? <Unknown /> : String(average).replace('.', ',')),
        sortBy: ({ average }) => average,
        isNumber: true,
        onPhone: 'beside',
        total: <Unknown />,
      },
    ],
    [t],
  )
  return (
    <ReadTable
      caption={t('catalogue.table')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sorted={{ by: 'average', descending: true }}
      renderReason={({ average }) =>
        average !== undefined && average < 10 ? (
          <>
            <Verdict kind="unmet" /> {t('catalogue.attention')}
          </>
        ) : undefined
      }
      total={{ label: t('catalogue.total'), incomplete: t('catalogue.incomplete') }}
    />
  )
}
