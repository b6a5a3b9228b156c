/**
 * What a column holds: a `day` is `YYYY-MM-DD`, an `instant` is `YYYY-MM-DDTHH:MM:SS.mmmZ`, `json` is the text
 * of a JSON value; a trailing `?` means that it may be null.
 */
export type ColumnType = `${ColumnKind}${'' | '?'}`
export type ColumnKind = 'text' | 'integer' | 'bigint' | 'double' | 'boolean' | 'day' | 'instant' | 'json'

export type TableShape = {
  /** Columns that name a row within the province. */
  readonly key: readonly string[]
  /** Columns that name another row of the same table. */
  readonly refersToOwn: readonly string[]
  /** Whether knowledge of a row can end: such a table has `superseded_seq`. */
  readonly supersedable: boolean
  /** In the order of the table, without `province_id`, `entry_seq`, `superseded_seq`. */
  readonly columns: { readonly [column: string]: ColumnType }
}

const period = { from: 'day', until: 'day?' } as const

/**
 * The tables whose rows are facts, in an order in which no row refers to a later table. Columns may be added
 * here when a migration adds them, but none may be taken away or given another kind: the hashes of old entries
 * are over these names and values, a null being left out.
 */
export const ledgerTables = {
  document: fact({
    id: 'text',
    title: 'text',
    number: 'text?',
    day: 'day?',
    issuer: 'text?',
    url: 'text?',
    unchecked: 'boolean',
    illustrative: 'boolean',
    note: 'text?',
  }),
  unit: fact({ id: 'text' }),
  unit_name: aspect({
    row_id: 'text',
    unit_id: 'text',
    name: 'text',
    spelling: 'text',
    illustrative: 'boolean',
    ...period,
  }),
  unit_kind: aspect({ row_id: 'text', unit_id: 'text', kind: 'text', ...period }),
  unit_code: aspect({ row_id: 'text', unit_id: 'text', scheme: 'text', code: 'text', ...period }),
  unit_parent: aspect({ row_id: 'text', unit_id: 'text', hierarchy: 'text', parent_id: 'text', ...period }),
  unit_group: aspect({
    row_id: 'text',
    unit_id: 'text',
    group: 'text',
    document_id: 'text?',
    illustrative: 'boolean',
    ...period,
  }),
  unit_programme: aspect({ row_id: 'text', unit_id: 'text', ...period }),
  unit_point: fact(
    { row_id: 'text', unit_id: 'text', longitude: 'double', latitude: 'double', source: 'text' },
    { key: ['row_id'] },
  ),
  unit_change: fact({ id: 'text', day: 'day', kind: 'text', document_id: 'text?', clause: 'text?' }),
  unit_change_part: fact(
    {
      row_id: 'text',
      change_id: 'text',
      old_id: 'text?',
      new_id: 'text?',
      measure: 'text',
      num: 'bigint',
      den: 'bigint',
    },
    { key: ['row_id'] },
  ),
  edition: fact(
    { set_id: 'text', no: 'integer', digest: 'text', content: 'json' },
    { key: ['set_id', 'no'] },
  ),
  set_application: fact(
    {
      id: 'text',
      set_id: 'text',
      from: 'day',
      document_id: 'text?',
      assumed: 'boolean',
      note: 'text?',
      replaces: 'text?',
    },
    { refersToOwn: ['replaces'] },
  ),
  level_decision: fact(
    {
      id: 'text',
      set_id: 'text',
      key: 'text',
      column: 'text',
      year: 'integer?',
      scaled: 'bigint',
      document_id: 'text',
      article: 'text?',
      ...period,
      replaces: 'text?',
      illustrative: 'boolean',
      withdrawn: 'boolean?',
    },
    { refersToOwn: ['replaces'] },
  ),
  figure: fact(
    {
      id: 'text',
      unit_id: 'text',
      measure_id: 'text',
      period: 'text',
      last_day: 'day',
      stage: 'text',
      nature: 'text',
      num: 'bigint?',
      den: 'bigint?',
      value: 'bigint?',
      not_applicable_reason: 'text?',
      document_id: 'text?',
      evidence: 'text?',
      replaces: 'text?',
      batch_id: 'text?',
      illustrative: 'boolean',
    },
    { refersToOwn: ['replaces'] },
  ),
  verdict_claim: fact(
    {
      id: 'text',
      unit_id: 'text',
      set_id: 'text',
      scope: 'text',
      code: 'text?',
      verdict: 'text',
      as_of: 'day',
      stage: 'text',
      reason: 'text?',
      document_id: 'text?',
      evidence: 'text?',
      replaces: 'text?',
      batch_id: 'text?',
      illustrative: 'boolean',
      carried_from: 'text?',
      withdrawn: 'boolean?',
    },
    { refersToOwn: ['replaces', 'carried_from'] },
  ),
  decision: fact(
    {
      id: 'text',
      unit_id: 'text',
      act: 'text',
      rank: 'text',
      day: 'day',
      day_assumed: 'boolean',
      number: 'text?',
      issuer: 'text?',
      year_of_standard: 'integer?',
      set_id: 'text?',
      document_id: 'text?',
      revokes: 'text?',
      replaces: 'text?',
      illustrative: 'boolean',
      note: 'text?',
    },
    { refersToOwn: ['revokes', 'replaces'] },
  ),
  reconciliation: fact({
    id: 'text',
    unit_id: 'text',
    subject: 'text',
    facts: 'json',
    note: 'text',
    document_id: 'text?',
    withdrawn: 'boolean',
    illustrative: 'boolean',
  }),
} as const satisfies { readonly [table: string]: TableShape }

export type LedgerTable = keyof typeof ledgerTables

/** Tables in which the knowledge of a row can end. */
export type SupersedableTable = {
  [Table in LedgerTable]: (typeof ledgerTables)[Table]['supersedable'] extends true ? Table : never
}[LedgerTable]

/** The ledger's own table; its rows are the links of the chain. */
export const entryShape = {
  key: ['seq'],
  refersToOwn: [],
  supersedable: false,
  columns: {
    seq: 'bigint',
    at: 'instant',
    known_on: 'day',
    command_id: 'text',
    officer_id: 'text',
    duty_id: 'text?',
    via: 'text',
    kind: 'text',
    reason: 'text?',
    payload_hash: 'text',
    prev_hash: 'text',
    hash: 'text',
    replayed: 'boolean',
    outcome: 'json',
  },
} as const satisfies TableShape

function isLedgerTable(name: string): name is LedgerTable {
  return Object.hasOwn(ledgerTables, name)
}

/** All ledger tables, in the order of the registry. */
export const ledgerTableNames: readonly LedgerTable[] = Object.keys(ledgerTables).filter(isLedgerTable)

export function isSupersedable(table: LedgerTable): table is SupersedableTable {
  return ledgerTables[table].supersedable
}

type Columns = TableShape['columns']
type Exceptions = { readonly key?: readonly string[]; readonly refersToOwn?: readonly string[] }

function fact<const Shape extends Columns>(
  columns: Shape,
  { key = ['id'], refersToOwn = [] }: Exceptions = {},
) {
  return { key, refersToOwn, supersedable: false, columns } as const
}

function aspect<const Shape extends Columns>(columns: Shape) {
  return { key: ['row_id'], refersToOwn: [], supersedable: true, columns } as const
}
