import { useRouter } from '@tanstack/react-router'

import { parseDay } from '@ancu/core/kernel'
import { listUnits, showUnit } from '@ancu/core/units'

import { useAnswer } from '../api/answers.ts'
import { useChange, useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { TimeBar, type TimeBarProps } from '../ui/TimeBar.tsx'
import { capitalised, useNaming } from './names.ts'
import { useUnitSearch } from './search.ts'
import { useUnitsText } from './texts.ts'
import './units.css'

/** Before the id of a unit: all that was, or became by lineage, part of it. */
const former = 'former:'

/** The time bar of every page, kept in its address. */
export function MomentBar() {
  const t = useUnitsText()
  const change = useChange()
  const { world, day, address, dayWord } = useMoment()
  const first = world.from ?? day
  const set = useSetChoice()
  return (
    <TimeBar
      place={{ name: usePlaceName(), renderForm: (close) => <PlaceForm onPicked={close} /> }}
      day={{
        at: day,
        today: world.today,
        first,
        ...(world.demo ? { marks: marksOf(t) } : {}),
        onDay: (chosen) => change({ on: dayWord(chosen) }),
      }}
      knownDay={{
        at: parseDay(address.known ?? ''),
        first: world.knownFrom ?? first,
        ...(world.demo ? { marks: knownMarksOf(t) } : {}),
        onDay: (known) => change({ known }),
      }}
      basis={{
        at: address.basis === 'computed' ? 'computed' : 'official',
        onBasis: (basis) => change({ basis: basis === 'official' ? undefined : basis }),
      }}
      {...(set === undefined ? {} : { set })}
    />
  )
}

/** Days worth going to in the demo: those the province reported of, and the reform. */
function marksOf(t: ReturnType<typeof useUnitsText>) {
  return [
    { day: '2019-05-31', label: t('mark.2019') },
    { day: '2022-06-30', label: t('mark.2022') },
    { day: '2024-03-31', label: t('mark.2024') },
    { day: '2025-06-30', label: t('mark.2025') },
    { day: '2025-07-01', label: t('mark.reform') },
  ]
}

function knownMarksOf(t: ReturnType<typeof useUnitsText>) {
  return [
    { day: '2022-12-31', label: t('mark.known2022') },
    { day: '2024-03-31', label: t('mark.known2024') },
  ]
}

/** Named by the set asked for, or by the province's own application, which is the choice without a name. */
function useSetChoice(): TimeBarProps['set'] {
  const t = useUnitsText()
  const change = useChange()
  const { world, address } = useMoment()
  const sets = world.sets.filter((each) => each.forCommunes || each.id === address.set)
  if (sets.length < 2) return undefined
  return {
    at: address.set ?? '',
    options: [
      { value: '', label: t('set.applied'), note: t('set.appliedNote') },
      ...sets.map((each) => ({ value: each.id, label: each.name.short })),
    ],
    onSet: (chosen) => change({ set: chosen === '' ? undefined : chosen }),
  }
}

/** What the area is called: the province in force that day, the unit asked for, or a former one. */
function usePlaceName(): string {
  const t = useUnitsText()
  const { area, askedWhen } = useMoment()
  const { title } = useNaming()
  const isFormer = area?.startsWith(former) === true
  const named = useAnswer(
    showUnit,
    { ...askedWhen, unit: isFormer ? area.slice(former.length) : (area ?? '') },
    { enabled: area !== undefined },
  )
  const provinces = useAnswer(listUnits, { ...askedWhen, level: 'province' }, { enabled: area === undefined })
  const unit = area === undefined ? provinces.data?.units[0] : named.data?.unit
  if (unit === undefined) return area ?? t('place.province')
  return isFormer ? t('place.former', { name: title(unit) }) : title(unit)
}

function PlaceForm({ onPicked }: { readonly onPicked: () => void }) {
  const t = useUnitsText()
  const router = useRouter()
  const { href, askedWhen, world } = useMoment()
  const { title } = useNaming()
  const search = useUnitSearch()
  const districts = useAnswer(listUnits, { ...askedWhen, level: 'district' })
  const province = useAnswer(
    showUnit,
    { unit: world.province?.id ?? '' },
    { enabled: world.province !== null },
  )
  const areaHref = (unit: string | undefined) =>
    href(router.state.location.pathname === '/don-vi' ? '/don-vi' : '/', { unit })
  const areas = [
    { id: undefined, name: t('place.whole') },
    ...(province.data?.predecessors ?? []).map(({ id, name }) => ({
      id: `${former}${id}`,
      name: t('place.former', { name: capitalised(name) }),
    })),
    ...(districts.data?.units ?? []).map((district) => ({ id: district.id, name: title(district) })),
  ]
  return (
    <>
      {search !== undefined && (
        <SearchBox
          label={t('place.search')}
          hint={t('place.hint')}
          find={search.find}
          onPick={(option) => {
            onPicked()
            search.onPick(option)
          }}
        />
      )}
      <h3 className="ac-place-head">{t('place.areas')}</h3>
      <ul className="ac-place-areas">
        {areas.map(({ id, name }) => (
          <li key={id ?? ''}>
            <Go href={areaHref(id)} onFollow={onPicked}>
              {name}
            </Go>
          </li>
        ))}
      </ul>
    </>
  )
}
