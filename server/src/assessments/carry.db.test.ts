import { beforeAll, expect, test } from 'vitest'

import { carryOver, listCarriable } from '@ancu/core/assessments'
import { factBundle } from '@ancu/core/figures'
import { day } from '@ancu/core/kernel'

import type { Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { packsFolder, project } from '../routes.ts'
import { findVerdicts, recordVerdicts, recordWithdrawals } from '../figures/use-cases.ts'
import { unitStandingOf } from '../standing/unit-standing.ts'
import { verifyStanding } from '../standing/verify.ts'
import { carriableIn, recordCarriedOver } from './carry.ts'
import { aSmallProvince, claim, newer, older, operator, record, valueOf } from './testing/small-province.ts'

withStorages('conclusions under an older set', (given) => {
  let program: Program
  const on = day('2022-10-31')
  const of = (id: string, code: string, verdict = 'met') => claim(id, older, code, verdict, '2022-06-30')

  const carriable = async (asked: object = {}) =>
    valueOf(
      await carriableIn(
        program,
        operator,
        listCarriable.query.parse({ old: older, new: newer, on, unit: 'c-1', ...asked }),
      ),
    )
  const confirm = (commandId: string, claims: readonly (readonly [id: string, claim: string])[], more = {}) =>
    recordCarriedOver(
      program,
      operator,
      carryOver.body.parse({
        commandId,
        old: older,
        new: newer,
        on,
        claims: claims.map(([id, from]) => ({ id, claim: from })),
        ...more,
      }),
    )
  const underTheNew = async (code: string, knownSeq?: number) => {
    const asked = { unit: 'c-1', on, set: newer, criterion: code, ...(knownSeq ? { knownSeq } : {}) }
    const { criteria, carried } = valueOf(await unitStandingOf(program, operator, asked))
    return { criterion: criteria[0], carried }
  }
  const listed = async () =>
    valueOf(await findVerdicts(program, operator, { unit: 'c-1', set: newer, limit: 100 })).rows

  beforeAll(async () => {
    const paper = { id: 'doc-1', title: 'Biên bản thẩm tra', unchecked: true }
    program = await aSmallProvince(
      { storage: given.storage, packsFolder, project },
      {
        documents: [paper],
        verdicts: [
          { ...of('v-same', '6'), document: 'doc-1', evidence: 'Hồ sơ số 3' },
          of('v-power', '4'),
          of('v-words', '3'),
          of('v-new-part', '17'),
          of('v-elsewhere', '19'),
          claim('v-own', newer, '19', 'met', '2022-10-15'),
          { ...of('v-whole', '6'), id: 'v-whole', scope: 'whole', code: undefined },
        ],
      },
    )
  })

  test('are held against what the newer one asks, and none is carried by itself', async () => {
    const answer = await carriable()
    const others = await carriable({ show: 'not' })

    expect(answer.rows.map(({ claim: { id }, ground }) => [id, ground])).toEqual([
      ['v-words', 'words'],
      ['v-power', 'same'],
      ['v-same', 'words'],
    ])
    expect(answer.rows.at(-1)).toMatchObject({
      scope: 'criterion',
      old: { code: '6' },
      new: { code: '6' },
      verdict: 'unknown',
      claim: { evidence: 'Hồ sơ số 3', document: 'doc-1' },
    })
    expect(answer.documents).toHaveProperty('doc-1')
    expect(new Map(others.rows.map(({ claim: { id }, obstacle }) => [id, obstacle]))).toEqual(
      new Map([
        ['v-new-part', 'partNew'],
        ['v-elsewhere', 'concluded'],
      ]),
    )
    expect(answer.counts.carriable).toBe(3)
    expect(answer.counts.obstacles.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(await listed()).toMatchObject([{ id: 'v-own' }])
  })

  test('once confirmed stand there with their day, paper and evidence, and say where they come from', async () => {
    const before = await carriable()
    const done = valueOf(await confirm('carry', [['n-same', 'v-same']], { reason: 'Đã đối chiếu' }))
    expect(done).toMatchObject({ repeated: false, rows: 1 })
    expect(valueOf(await confirm('carry', [['n-same', 'v-same']], { reason: 'Đã đối chiếu' }))).toEqual({
      ...done,
      repeated: true,
    })

    const { criterion, carried } = await underTheNew('6')
    expect(criterion).toMatchObject({
      verdict: 'met',
      conclusions: [
        {
          id: 'n-same',
          carriedFrom: 'v-same',
          asOf: '2022-06-30',
          stage: 'appraised',
          document: 'doc-1',
          evidence: 'Hồ sơ số 3',
        },
      ],
    })
    expect(carried).toMatchObject({ 'v-same': { set: older, code: '6' } })
    expect((await underTheNew('6', before.knownSeq)).criterion?.verdict).toBe('unknown')
    const after = await carriable({ show: 'not' })
    expect(after.rows.find((row) => row.claim.id === 'v-same')?.obstacle).toBe('concluded')
    expect(after.counts.carriable).toBe(2)
    expect(await carriable({ knownSeq: before.knownSeq })).toEqual(before)
    expect(await verifyStanding(program)).toEqual([])
  })

  test.each([
    [[['n-1', 'v-new-part']], /"notCarriable"/],
    [[['n-1', 'v-elsewhere']], /"notCarriable"/],
    [[['n-1', 'v-same']], /"notCarriable"/],
    [[['n-1', 'v-whole']], /"notCarriable"/],
    [[['n-1', 'v-own']], /"notCarriable"/],
    [[['n-1', 'absent']], /"carriesNothing"/],
    [[['v-same', 'v-power']], /"idTaken"/],
    [
      [
        ['n-1', 'v-power'],
        ['n-1', 'v-words'],
      ],
      /"idTwice"/,
    ],
    [
      [
        ['n-1', 'v-power'],
        ['n-2', 'v-power'],
      ],
      /"rowTwice"/,
    ],
    [
      [
        ['n-1', 'v-power'],
        ['n-2', 'v-new-part'],
      ],
      /"notCarriable"/,
    ],
  ] as const)('are refused, all together, where one may not be carried over: %j', async (claims, code) => {
    const before = await listed()
    const outcome = await confirm('refused', claims)

    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'factsRefused' } })
    expect(JSON.stringify(outcome)).toMatch(code)
    expect(await listed()).toEqual(before)
  })

  test('of two who confirm the same at once, one is told that it is done', async () => {
    const outcomes = await Promise.all([
      confirm('one', [['n-one', 'v-power']]),
      confirm('other', [['n-other', 'v-power']]),
    ])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listed()).filter(({ carriedFrom }) => carriedFrom === 'v-power')).toHaveLength(1)
  })

  test('of many repeats at once all are told of the one entry', async () => {
    const claims = [['n-words', 'v-words']] as const
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirm('at-once', claims)))

    expect(new Set(outcomes.map((outcome) => valueOf(outcome).seq)).size).toBe(1)
    const back = { commandId: 'not-words', claims: [{ id: 'no-words', claim: 'n-words' }] }
    valueOf(await recordWithdrawals(program, operator, back))
  })

  test('are taken back by an entry more, and may then be carried over again', async () => {
    const known = await carriable()
    const back = { commandId: 'back', claims: [{ id: 'back', claim: 'n-same' }] }
    const done = valueOf(await recordWithdrawals(program, operator, back))
    expect(done).toMatchObject({ repeated: false, rows: 1 })
    expect(valueOf(await recordWithdrawals(program, operator, back))).toEqual({ ...done, repeated: true })

    expect((await underTheNew('6')).criterion).toMatchObject({ verdict: 'unknown', conclusions: [] })
    expect((await underTheNew('6', known.knownSeq)).criterion?.verdict).toBe('met')
    expect((await listed()).find(({ id }) => id === 'back')).toMatchObject({ withdrawn: true })
    expect(await verifyStanding(program)).toEqual([])
    expect(valueOf(await confirm('again', [['n-again', 'v-same']])).rows).toBe(1)
    expect((await underTheNew('6')).criterion?.verdict).toBe('met')
  })

  test('say so when the one they came from has been corrected since', async () => {
    const before = await underTheNew('6')
    expect(before.carried).toMatchObject({ 'v-same': { state: 'stands' } })
    await record(program, 'corrected', {
      verdicts: [{ ...of('v-corrected', '6', 'unmet'), replaces: 'v-same' }],
    })

    expect((await underTheNew('6')).carried).toMatchObject({ 'v-same': { state: 'replaced' } })
  })

  test.each([
    ['n-same', 'withdrawnAlready'],
    ['back', 'withdrawnAlready'],
    ['absent', 'replacesNothing'],
  ])('are not taken back twice, nor where there is nothing to take back: %s', async (id, code) => {
    const command = { commandId: `not-${id}`, claims: [{ id: 'back-2', claim: id }] }

    expect(await recordWithdrawals(program, operator, command)).toMatchObject({
      ok: false,
      refusal: { refusals: [{ code, value: id }] },
    })
  })

  test('taken back by a higher stage are nobody’s word any more', async () => {
    const { verdicts } = factBundle.parse({
      verdicts: [
        { ...claim('checked', newer, '5', 'met', '2022-06-30'), stage: 'verified' },
        { ...claim('undone', newer, '5', 'met', '2022-06-30'), replaces: 'checked', withdrawn: true },
      ],
    })
    valueOf(await recordVerdicts(program, operator, { commandId: 'undone', documents: [], verdicts }))

    expect((await underTheNew('5')).criterion).toMatchObject({ conclusions: [] })
  })

  test.each([
    { verdict: 'unmet' },
    { asOf: '2022-10-15' },
    { stage: 'decided' },
    { unit: 'c-2' },
    { set: older },
    { scope: 'indicator', code: '3.1' },
    { code: '4' },
    { evidence: 'Hồ sơ khác' },
  ])('may not be said to be carried over as another: %j', async (change) => {
    const row = { ...claim('forged', newer, '3', 'met', '2022-06-30'), carriedFrom: 'v-words', ...change }
    const { verdicts } = factBundle.parse({ verdicts: [row] })
    const command = { commandId: 'forged', documents: [], verdicts }

    expect(await recordVerdicts(program, operator, command)).toMatchObject({
      ok: false,
      refusal: { refusals: [{ code: 'carriesAnother', value: 'v-words' }] },
    })
  })
})
