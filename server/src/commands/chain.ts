import { createHash, type Hash } from 'node:crypto'

import { canonicalJson, type Plain } from '@ancu/core/kernel'

import { reshape, rowText, storedRowText, type Row, type StoredRow } from './rows.ts'
import { entryShape, type LedgerTable } from './tables.ts'

/** What one entry did to one table: rows added, rows whose knowledge it ended, and the hash over both. */
export type Part = { readonly rows: number; readonly superseded: number; readonly hash: string }

/** What one entry did, table by table; tables that it did not touch are absent. */
export type Parts = { readonly [Table in LedgerTable]?: Part }

/** What is kept of a command in its entry: digest of the request, what it did, and the value it answered. */
export type KeptOutcome<Value extends Plain> = {
  readonly request: string
  readonly parts: Parts
  readonly value: Value
}

/** Hash before the first entry; it binds the chain to its province. */
export function genesisHash(provinceId: string): string {
  return sha256(canonicalJson({ ledger: provinceId }))
}

/** Collects a part: the texts of its rows in the order of their keys, then the keys superseded, in order. */
export function collectPart(): PartCollector {
  const hash = createHash('sha256')
  let rows = 0
  let superseded = 0
  return {
    row(text) {
      rows += 1
      hash.update(text).update('\n')
    },
    superseded(key) {
      superseded += 1
      hash.update(JSON.stringify(key)).update('\n')
    },
    end: () => ({ rows, superseded, hash: hexOf(hash) }),
  }
}

export type PartCollector = { row(text: string): void; superseded(key: string): void; end(): Part }

export function payloadHash(parts: Parts): string {
  return sha256(canonicalJson(parts))
}

/** Digest of what was asked: a repeated command must ask the same. The way it came in may differ. */
export function requestHash(request: {
  readonly officerId: string
  readonly kind: string
  readonly reason: string | undefined
  readonly replayedOn: string | undefined
  readonly payload: Plain
}): string {
  return sha256(canonicalJson(request))
}

/** Everything of an entry but its own hash, and the province. */
const hashedShape = reshape(entryShape, { province_id: 'text' }, ['hash'])

/** Hash of an entry about to be written; `prev_hash` is among its columns. */
export function entryHash(provinceId: string, entry: Row): string {
  return sha256(rowText(hashedShape, { ...entry, province_id: provinceId }))
}

/** Hash of an entry as it lies in the database. */
export function storedEntryHash(provinceId: string, entry: StoredRow): string {
  return sha256(storedRowText(hashedShape, { ...entry, province_id: provinceId }))
}

function sha256(text: string): string {
  return hexOf(createHash('sha256').update(text))
}

function hexOf(hash: Hash): string {
  return hash.digest('hex')
}
