import { assessmentMessages, lackWords } from '@ancu/core/assessments'
import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useNaming } from '../../units/names.ts'
import type { Coming, ComingUnit, Near } from './answers.ts'
import { useComingText } from './texts.ts'

type UnitProps = { readonly unit: ComingUnit }

/** The first thing to do, with what it lacks; on paper all of them. */
export function FirstThing({ unit: { nearest, new: side } }: UnitProps) {
  const t = useComingText()
  if (nearest.length === 0) return t(side.met === side.of ? 'first.whole' : 'first.none')
  return (
    <ol className="ac-near">
      {nearest.map((near, index) => (
        <li key={near.code} className={index === 0 ? undefined : 'ac-print-only'}>
          <NearName near={near} /> <LacksInShort near={near} />
        </li>
      ))}
    </ol>
  )
}

export type NearThingsProps = UnitProps & { readonly coming: Coming }

/** What a unit should do first and what each lacks, then how much waits for documents. */
export function NearThings({ unit, coming }: NearThingsProps) {
  const t = useComingText()
  const { href } = useMoment()
  const { title } = useNaming()
  const { nearest, waiting, new: side } = unit
  const name = title(unit)
  return (
    <div className="ac-unit-changes">
      <h3>
        {nearest.length > 0
          ? t('near.heading', { unit: name, n: nearest.length })
          : t(side.met === side.of ? 'near.whole' : 'near.none', { unit: name })}
      </h3>
      {nearest.length > 0 && (
        <ol>
          {nearest.map((near) => (
            <li key={near.code} className="ac-change">
              <NearName near={near} />
              <ul className="ac-change-reasons">
                {near.lacks.map((lack, index) => (
                  <LackRow key={index} lack={lack} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {waiting > 0 && (
        <p>
          {t('near.waiting', { n: waiting })}{' '}
          {coming.draft === undefined && (
            <Go href={href(screenPaths.missing, { set: coming.newSide.set })} className="ac-noprint">
              {t('lead.missing')}
            </Go>
          )}
        </p>
      )}
    </div>
  )
}

function NearName({ near: { code, name } }: { readonly near: Near }) {
  const { language } = useLanguage()
  return (
    <b>
      <span className="ac-so">{code}</span> {name[language]}
    </b>
  )
}

function LacksInShort({ near: { code, lacks } }: { readonly near: Near }) {
  const { language } = useLanguage()
  const { say } = assessmentMessages(language)
  const told = lacks.map((lack) => {
    const what = lackWords(lack, language)
    const { indicator } = lack
    return indicator === null || indicator === code ? what : say('say.lackOf', { indicator, what })
  })
  return <span className="ac-small ac-near-lacks">{told.join('; ')}</span>
}

function LackRow({ lack }: { readonly lack: Near['lacks'][number] }) {
  const { language } = useLanguage()
  const { indicator, name, kind, text } = lack
  return (
    <li>
      {indicator !== null && (
        <>
          <span className="ac-so">{indicator}</span> {name?.[language]}:{' '}
        </>
      )}
      <b>{lackWords(lack, language)}</b>
      {kind !== 'conclusion' && text !== null && <span className="ac-small ac-under">{text[language]}</span>}
    </li>
  )
}
