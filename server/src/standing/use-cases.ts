import { accepted, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import type { listStandings, overview, status } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import type { Officer, Program } from '../commands/index.ts'
import { labelOf, lettersOf, momentOf, ranksList, verdictLetters } from './answers.ts'
import { judgeAt, judgementOf } from './fold.ts'
import { isAreaIllustrative, isIllustrative } from './illustrative.ts'
import { inheritance } from './inheritance.ts'
import { aboutArea, forCommunes, type Area, type AskedMoment, type Question } from './moment.ts'
import { seriesOf } from './series.ts'
import { judgeArea, ranksOf, villageTotals, type Judged } from './totals.ts'

type Status = EndpointAnswer<typeof status>
type Overview = EndpointAnswer<typeof overview>
type Standings = EndpointAnswer<typeof listStandings>

/** Totals of an area on a day, as known at a time, under a set, on a basis. */
export async function statusOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Status, Refusal>> {
  return aboutCommunes(program, officer, asked, statusAnswer)
}

/** What the overview shows: totals, each commune's verdicts, the criteria's counts, the days reported. */
export async function overviewOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Overview, Refusal>> {
  return aboutCommunes(program, officer, asked, (question, area, judged) => {
    const { edition, picture, moment } = question
    const judge = edition && judgeAt(question, edition, moment)
    const rows = area.communes.map((unit) => {
      const standing = judged.standings.get(unit.id)
      const point = picture.pointOf(unit.id)
      return {
        ...labelOf(question, unit),
        district:
          picture.ancestorsOn(unit.id, moment.on).find((above) => picture.levelOf(above.id) === 'district')
            ?.id ?? null,
        inProgramme: unit.inProgramme,
        verdicts: judge && standing ? verdictLetters(question, judge.compiledFor(unit), standing) : '',
        ...judgementOf(edition, unit, standing),
        ranks: ranksList(judged.ranks.get(unit.id) ?? ranksOf(question, unit.id)),
        point: point ? { longitude: point.longitude, latitude: point.latitude } : null,
        inherits: [...inheritance(question, unit)],
        illustrative: isIllustrative(question, unit),
      }
    })
    return {
      ...statusAnswer(question, area, judged),
      setName: edition?.set.name ?? null,
      criteria: (edition?.set.criteria ?? []).map((criterion, index) => {
        const codes = judged.communes.map((unit) => judged.standings.get(unit.id)?.criteria[index] ?? 0)
        return {
          code: criterion.code,
          name: criterion.name,
          key: criterion.key,
          met: codes.filter((code) => code === 1 || (code === 3 && edition?.set.notApplicableCounts)).length,
          unmet: codes.filter((code) => code === 2).length,
          unknown: codes.filter((code) => code === 0).length,
        }
      }),
      districts: area.districts.map((unit) => labelOf(question, unit)),
      rows,
      series: seriesOf(question, area.lasting),
    }
  })
}

/** Verdicts of every commune of an area per criterion and indicator. */
export async function standingsOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Standings, Refusal>> {
  return aboutCommunes(program, officer, asked, (question, _area, { communes, standings }) => {
    const { on, known, knownSeq, set, edition, basis } = momentOf(question)
    const judge = question.edition && judgeAt(question, question.edition, question.moment)
    return {
      on,
      known,
      knownSeq,
      set,
      edition,
      basis,
      rows: communes.flatMap((unit) => {
        const standing = standings.get(unit.id)
        if (!judge || !standing) return []
        return [
          {
            unit: unit.id,
            column: judge.compiledFor(unit).column,
            whole: standing.whole,
            criteria: lettersOf(standing.criteria),
            indicators: lettersOf(standing.indicators),
          },
        ]
      }),
    }
  })
}

/** Settles a question about the communes of an area, judges them, and answers from that. */
async function aboutCommunes<Answer>(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
  answer: (question: Question, area: Area, judged: Judged) => Answer,
): Promise<Result<Answer, Refusal>> {
  return aboutArea(program, officer, asked, async (question, area) => {
    const judged = forCommunes(question)
    return judged.ok ? accepted(answer(question, area, await judgeArea(question, area))) : judged
  })
}

function statusAnswer(question: Question, area: Area, judged: Judged): Status {
  return {
    ...momentOf(question),
    unit: { ...labelOf(question, area.unit), place: area.place },
    communes: { ...judged.totals, bands: [...judged.totals.bands] },
    villages: villageTotals(question, area.villages),
    illustrative: isAreaIllustrative(question, area, judged.communes),
  }
}
