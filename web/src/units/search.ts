import { useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

import type { EndpointAnswer } from '@ancu/core/kernel'
import { findUnits } from '@ancu/core/units'

import { ask } from '../api/ask.ts'
import { useMaybeMoment, useMoment } from '../api/Moment.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import type { SearchBoxProps, SearchOption } from '../ui/SearchBox.tsx'
import { useNaming, withoutFirst } from './names.ts'
import { dayBefore } from './shown.ts'
import { useUnitsText } from './texts.ts'

type Found = EndpointAnswer<typeof findUnits>['units'][number]

const most = 12
/** Asked for where only some levels are wanted: villages bear the names of their communes. */
const mostOfAll = 60

/** Search over every unit, as it stands on the day looked at; picking one goes to its page. */
export function useUnitSearch(): Pick<SearchBoxProps, 'find' | 'onPick'> | undefined {
  const moment = useMaybeMoment()
  const router = useRouter()
  const optionOf = useOption(moment?.day ?? '')
  return useMemo(() => {
    if (moment === undefined) return undefined
    const { askedWhen, href } = moment
    return {
      find: async (query, signal) => {
        const { units } = await ask(findUnits, { ...askedWhen, query, limit: most }, signal)
        return { options: units.map(optionOf) }
      },
      onPick: ({ id }: SearchOption) => router.history.push(href(`/don-vi/${id}`)),
    }
  }, [moment, optionOf, router])
}

/** Search for units of some levels that stand on the day looked at, to be chosen rather than gone to. */
export function useFindUnits(levels: readonly Found['level'][]): SearchBoxProps['find'] {
  const { askedWhen, day } = useMoment()
  const optionOf = useOption(day)
  return useCallback(
    async (query, signal) => {
      const { units } = await ask(findUnits, { ...askedWhen, query, limit: mostOfAll }, signal)
      const fitting = units.filter(({ existsOn, level }) => existsOn && levels.includes(level))
      return { options: fitting.slice(0, most).map(optionOf) }
    },
    [askedWhen, levels, optionOf],
  )
}

function useOption(day: string): (unit: Found) => SearchOption {
  const t = useUnitsText()
  const format = useFormats()
  const { title } = useNaming()
  const { language } = useLanguage()
  return useCallback(
    (unit) => {
      const { code, matched, existsOn, from, until } = unit
      const isOver = until !== null && until <= day
      const notes = [
        code === null ? undefined : t('search.code', { code }),
        matched === null ? undefined : t('search.matched', { name: matched }),
        existsOn || isOver ? undefined : t('search.from', { day: format.day(from) }),
        existsOn || !isOver ? undefined : t('search.until', { day: format.day(dayBefore(until)) }),
      ].filter((note) => note !== undefined)
      return {
        id: unit.id,
        name: title(unit),
        place: withoutFirst(unit.place[language]),
        note: notes.join(' · '),
      }
    },
    [t, format, title, language, day],
  )
}
