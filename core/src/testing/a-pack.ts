import { readPack, type RawPack } from '../criteria/index.ts'

/** What a small correct pack says, as its YAML files parse. */
export function aPack() {
  const source = { checked: 'text' }
  return {
    pack: {
      set: 'small',
      edition: 1,
      name: { vi: 'Bộ nhỏ', en: 'Small set', short: 'Nhỏ' },
      source: { document: 'law', article: 'Phụ lục' },
      legalBasis: [{ document: 'law', checked: 'text' }],
      inForce: { from: '2022-03-08', until: '2026-02-15' },
      forKinds: ['commune'],
      programmeOnly: true,
      passRule: 'allCriteria',
      basicallyMetCounts: false,
      notApplicableCounts: true,
      counts: { criteria: 1, indicators: 2 },
      bands: [
        { from: 1, to: 1 },
        { from: 0, to: 0 },
      ],
      groups: { one: { vi: 'Một', en: 'One' } },
      bodies: { body: { vi: 'Sở', en: 'Department' } },
      columns: [
        { id: 'TN', name: { vi: 'Tây Nguyên', en: 'Highlands' }, anyOfGroups: ['region-tn'], source },
      ],
    } as Record<string, unknown>,
    criteria: [
      {
        code: '1',
        group: 'one',
        name: { vi: 'Nước', en: 'Water', short: 'Nước', shortEn: 'Water' },
        nameChecked: 'text',
        owners: [{ body: 'body', checked: 'memory' }],
        indicators: [
          {
            code: '1.1',
            name: { vi: 'Nước sạch', en: 'Clean water' },
            nameChecked: 'text',
            rule: {
              kind: 'atLeast',
              measure: 'share',
              source,
              levels: {
                TN: 95.55,
                all: { value: 'delegated', source: { checked: 'memory', article: 'Điều 2' } },
              },
            } as Record<string, unknown> | undefined,
            provisions: undefined as unknown,
          },
          {
            code: '1.2',
            name: { vi: 'Đạt', en: 'Pass' },
            nameChecked: 'text',
            rule: { kind: 'pass', source } as Record<string, unknown> | undefined,
            provisions: undefined as unknown,
          },
        ],
      },
    ],
    documents: [{ id: 'law', title: 'Quyết định' }] as unknown[],
    measures: [
      {
        id: 'share',
        kind: 'share',
        name: { vi: 'Nước', en: 'Water' },
        quantity: { vi: 'hộ', en: 'homes' },
        overUnits: 'add',
      },
      {
        id: 'count',
        kind: 'count',
        name: { vi: 'Số', en: 'Count' },
        quantity: { vi: 'nhà', en: 'huts' },
        overUnits: 'add',
      },
      { id: 'yes', kind: 'pass', name: { vi: 'Có', en: 'Yes' }, overUnits: 'none' },
    ] as unknown[],
    changelog: '# Changelog\n\n## Edition 1\n',
    example: undefined as unknown,
  }
}

export type WrittenPack = ReturnType<typeof aPack>

/** Reads the small pack with a change in it. */
export function readChanged(change: (pack: WrittenPack) => void = () => undefined) {
  const written = aPack()
  change(written)
  const { measures, example, ...rest } = written
  const raw: RawPack = {
    ...rest,
    measures: [{ name: 'measures.yaml', raw: measures }],
    examples: example === undefined ? [] : [{ name: 'examples/a.yaml', raw: [example] }],
  }
  return readPack(raw)
}

/** File, place and code of the first issue that a change makes. */
export function firstIssue(change: (pack: WrittenPack) => void): string {
  const outcome = readChanged(change)
  if (outcome.ok) return 'no issue'
  const [issue] = outcome.refusal
  return issue ? `${issue.file} ${issue.path.join('/')} ${issue.code}` : 'no issue told'
}
