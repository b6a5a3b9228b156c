import { beforeAll, describe, expect, test } from 'vitest'

import { day } from '@ancu/core/kernel'
import { verdictClaim } from '@ancu/core/figures'
import { makeWorld } from '@ancu/worlds/kon-tum'

import { localOperator, type Program } from '../commands/index.ts'
import { recordVerdicts } from '../figures/use-cases.ts'
import { verifyStanding } from '../standing/verify.ts'
import { refreshStanding } from '../standing/projection.ts'
import { unitStandingOf } from '../standing/unit-standing.ts'
import { overviewOf, standingsOf, statusOf } from '../standing/use-cases.ts'
import { withDemo } from '../testing/demo.ts'

const operator = { ...localOperator, via: 'cli' } as const

withDemo('the demo province', (_given, loaded) => {
  const world = makeWorld()
  let program: Program

  beforeAll(() => {
    program = loaded()
  })

  const status = async (asked: Parameters<typeof statusOf>[2]) => {
    const outcome = await statusOf(program, operator, asked)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  describe('the published totals', () => {
    test('hold on every day they were published of', async () => {
      expect(world.expected.days.length).toBeGreaterThan(8)
      for (const expected of world.expected.days) {
        const answer = await status({ on: day(expected.on) })

        expect(answer).toMatchObject({
          on: expected.on,
          set: expected.set,
          communes: expected.communes,
          villages: expected.villages,
        })
        for (const district of expected.districts) {
          const ofDistrict = await status({ on: day(expected.on), unit: district.unit })
          expect(ofDistrict).toMatchObject({
            on: expected.on,
            unit: { id: district.unit },
            communes: district.communes,
          })
        }
      }
    })

    test('hold for a district by each of two sets', async () => {
      expect(world.expected.areas.length).toBeGreaterThan(1)
      for (const expected of world.expected.areas) {
        const answer = await status({ on: day(expected.on), unit: expected.unit, set: expected.set })

        expect(answer).toMatchObject({
          unit: { id: expected.unit },
          set: expected.set,
          communes: expected.communes,
        })
      }
    })

    test('of 31/3/2024 are those of the article', async () => {
      const { communes, villages } = await status({ on: day('2024-03-31') })

      expect(communes).toMatchObject({
        total: 85,
        meeting: 48,
        recognised: 42,
        recognisedNotMeeting: 4,
        meetingNotRecognised: 10,
        advanced: 4,
        model: 1,
      })
      expect(Math.trunc(communes.averageCriteria ?? 0)).toBe(16)
      expect(villages).toMatchObject({
        total: 869,
        ethnicMinority: 498,
        recognised: 27,
        model: 21,
        pilots: 84,
      })
    })
  })

  test('what was known on a day is answered from that day’s knowledge', async () => {
    const on = day('2022-06-30')
    const then = await status({ on, known: on })

    expect(then.known).toBe(on)
    expect(then.knownSeq).toBeLessThan((await status({ on })).knownSeq)
    expect((await status({ on, known: day('2017-11-14') })).communes.meeting).toBe(13)
  })

  test('without a unit the province in force answers, and the former one can be asked for', async () => {
    const lastDay = await status({ on: day('2025-06-30') })
    const firstDay = await status({ on: day('2025-07-01') })
    const former = await status({ on: day('2025-07-01'), unit: 'former:kt-62' })

    expect([lastDay.unit.code, lastDay.communes.total]).toEqual(['62', 85])
    expect([firstDay.unit.code, firstDay.communes.total]).toEqual(['51', 86])
    expect(former.communes.total).toBe(37)
    expect(firstDay.communes.meeting + firstDay.communes.notMeeting + firstDay.communes.undetermined).toBe(86)
  })

  test('a code means the unit that has it on the day, and figures never mix', async () => {
    expect((await status({ on: day('2025-06-30'), unit: '23284' })).unit.name).toContain('Duy Tân')
    expect((await status({ on: day('2025-07-01'), unit: '23284' })).unit.name).toContain('Đăk Cấm')
  })

  test('a name of several units is refused with all of them', async () => {
    const outcome = await statusOf(program, operator, { on: day('2024-03-31'), unit: 'dak ha' })

    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unitAmbiguous' } })
    if (outcome.ok) return
    expect(outcome.refusal['candidates']).toHaveLength(3)
  })

  test('every planted disagreement is found, and no other', async () => {
    const planted = world.expected.disagreements
    expect(planted.length).toBeGreaterThanOrEqual(6)
    const overview = await overviewOf(program, operator, { on: day('2024-03-31') })
    if (!overview.ok) throw new Error(JSON.stringify(overview.refusal))
    const found: string[] = []
    for (const row of overview.value.rows.filter((each) => each.inProgramme)) {
      const standing = await unitStandingOf(program, operator, { on: day('2024-03-31'), unit: row.id })
      if (!standing.ok) throw new Error(JSON.stringify(standing.refusal))
      found.push(
        ...standing.value.criteria.filter((each) => each.disagrees).map((each) => `${row.id} ${each.code}`),
      )
    }

    expect(found.toSorted()).toEqual(planted.map((one) => `${one.unit} ${one.criterion}`).toSorted())
  })

  test('every chain of reasons ends in a document, a person and an entry', async () => {
    const list = await standingsOf(program, operator, { on: day('2024-03-31') })
    if (!list.ok) throw new Error(JSON.stringify(list.refusal))
    let reasons = 0
    for (const row of list.value.rows) {
      const outcome = await unitStandingOf(program, operator, { on: day('2024-03-31'), unit: row.unit })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
      const { criteria, documents, entries } = outcome.value
      for (const criterion of criteria) {
        for (const indicator of criterion.indicators) {
          expect(Object.keys(indicator.explanation)).toContain('rule')
          expect(indicator.text.vi.heading).not.toBe('')
          for (const fact of [...criterion.conclusions, ...indicator.conclusions, ...indicator.figures]) {
            reasons += 1
            expect(entries[String(fact.entrySeq)]).toMatchObject({ officer: 'local', replayed: true })
            expect(fact.document === null || fact.document in documents).toBe(true)
          }
        }
      }
    }
    expect(reasons).toBeGreaterThan(85 * 57)
  })

  test('today’s standing as it is kept is what the facts say', async () => {
    expect(await refreshStanding(program)).toBe(false)
    expect(await verifyStanding(program)).toEqual([])
  })

  test('criteria of an area are counted over its own communes, kept standing or not', async () => {
    for (const unit of [undefined, 'former:kt-62', 'Ia Chim']) {
      const outcome = await overviewOf(program, operator, { unit })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
      const { criteria, communes } = outcome.value
      expect(criteria.map(({ met, unmet, unknown }) => met + unmet + unknown)).toEqual(
        criteria.map(() => communes.total),
      )
    }
  })

  test('a series is of the unit asked for, not of whoever had its code before', async () => {
    const byCode = await overviewOf(program, operator, { unit: '23332' })
    const byId = await overviewOf(program, operator, { unit: 'qn-23332' })

    expect(byCode).toEqual(byId)
    expect(byCode).toMatchObject({ ok: true, value: { series: [] } })
  })

  test('a document recorded later changes no answer given before, and no law', async () => {
    const asked = { on: day('2024-03-31'), unit: '23488' }
    const { knownSeq } = await status(asked)
    const before = await unitStandingOf(program, operator, { ...asked, knownSeq })
    const added = await recordVerdicts(program, operator, {
      commandId: 'a-document-of-the-law',
      documents: [{ id: 'qd-318-2022', title: 'Một tên khác', unchecked: false, illustrative: true }],
      verdicts: [
        verdictClaim.parse({
          id: 'v-beside-a-document',
          unit: 'kt-23488',
          set: 'commune-2021-2025',
          scope: 'criterion',
          code: '1',
          verdict: 'met',
          asOf: '2018-01-01',
          stage: 'selfAssessed',
          document: 'qd-318-2022',
        }),
      ],
    })

    expect(added).toMatchObject({ ok: true })
    expect(await unitStandingOf(program, operator, { ...asked, knownSeq })).toEqual(before)
  })

  test('a conclusion that contradicts another of its stage and day is told, and does not count', async () => {
    const asked = { on: day('2024-03-31'), unit: 'kt-23491', criterion: '1' }
    const before = await unitStandingOf(program, operator, asked)
    if (!before.ok) throw new Error(JSON.stringify(before.refusal))
    const [spoken] = before.value.criteria[0]?.conclusions ?? []
    const verdict = spoken?.verdict === 'met' ? 'unmet' : 'met'
    const added = await recordVerdicts(program, operator, {
      commandId: 'contradicts',
      documents: [],
      verdicts: [
        verdictClaim.parse({
          id: 'v-contradicts',
          unit: 'kt-23491',
          set: 'commune-2021-2025',
          scope: 'criterion',
          code: '1',
          verdict,
          asOf: '2024-03-31',
          stage: 'appraised',
        }),
      ],
    })
    const after = await unitStandingOf(program, operator, asked)

    expect(added).toMatchObject({ ok: true })
    expect(after).toMatchObject({
      ok: true,
      value: {
        criteria: [
          {
            verdict: spoken?.verdict,
            conclusions: [{ id: spoken?.id, contenders: [{ id: 'v-contradicts', verdict }] }],
          },
        ],
      },
    })
  })

  test('one changed verdict moves exactly the totals it must', async () => {
    const on = day('2025-06-30')
    const before = await status({ on })
    const list = await standingsOf(program, operator, { on })
    if (!list.ok) throw new Error(JSON.stringify(list.refusal))
    const meeting = list.value.rows.find((row) => row.whole === 'met')
    const outcome = await recordVerdicts(program, operator, {
      commandId: 'one-changed-verdict',
      documents: [],
      verdicts: [
        verdictClaim.parse({
          id: 'v-one-changed',
          unit: meeting?.unit,
          set: 'commune-2021-2025',
          scope: 'criterion',
          code: '17',
          verdict: 'unmet',
          asOf: on,
          stage: 'decided',
        }),
      ],
    })

    expect(outcome).toMatchObject({ ok: true })
    const after = await status({ on })
    expect(after.communes.meeting).toBe(before.communes.meeting - 1)
    expect(after.communes.notMeeting).toBe(before.communes.notMeeting + 1)
    expect(after.communes.criteriaMet).toBe(before.communes.criteriaMet - 1)
    expect(after.communes.recognised).toBe(before.communes.recognised)
    expect(after.villages).toEqual(before.villages)
    expect(await status({ on, knownSeq: before.knownSeq })).toEqual(before)
    expect(await verifyStanding(program)).toEqual([])
  })
})
