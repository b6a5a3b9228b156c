import { createHash } from 'node:crypto'

import {
  changeDraft,
  checkDraft,
  measuresIn,
  type beginDraft,
  type changeDraftRows,
  type DraftWork,
  type listDrafts,
  type packDraft,
  type RawFile,
  type showDraft,
} from '@ancu/core/criteria'
import {
  accepted,
  canonicalJson,
  refused,
  type EndpointAnswer,
  type EndpointInput,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { identity } from '@ancu/core/units'

import { keep, read, type Program, type Reader } from '../commands/index.ts'
import { isPublished } from '../criteria/index.ts'
import type { Caller } from '../http/route.ts'
import { writeZip } from '../office/index.ts'
import { beginFrom } from './begin.ts'
import { confirmedIn } from './drafted.ts'
import { packFiles } from './files.ts'
import {
  findChange,
  findDraft,
  getSource,
  insertDraft,
  listDraftRows,
  saveChange,
  type StoredDraft,
} from './store.ts'

/**
 * Reads an annex into a new draft. The same command again gives the draft it made the first time; another file or
 * person under its id is refused.
 */
export async function begin(
  program: Program,
  caller: Caller,
  { commandId, by, fileName, file, pasted = '', part }: EndpointInput<typeof beginDraft>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof beginDraft>, Refusal>> {
  const id = idOf(commandId)
  const before = await read(program, caller, (reader) => findDraft(reader, id))
  if (before) {
    const isSame = before.fileName === fileName && before.part === part && before.work.drafter === by
    return isSame
      ? accepted({ id, version: before.version, repeated: true })
      : refused({ code: 'commandIdUsedForAnother' })
  }
  const bytes = file === undefined || file === '' ? undefined : Buffer.from(file, 'base64')
  const begun = await beginFrom({ file: bytes, pasted, part }, shared)
  if (!begun.ok) return begun
  const { source, draft, parts } = begun.value
  const work: DraftWork = { draft, drafter: by, touched: {}, confirmed: {} }
  const stored = {
    id,
    fileName,
    part,
    parts,
    source,
    work,
    changedBy: by,
    changedAt: instant(program),
  }
  return keep(program, caller, async (reader) => {
    const isNew = await insertDraft(reader, { ...stored, work: await withFreeCode(reader, work) })
    return accepted({ id, version: 1, repeated: !isNew })
  })
}

/** A code that no published edition has, so that nobody learns only when publishing that it is another set's. */
async function withFreeCode(reader: Reader, work: DraftWork): Promise<DraftWork> {
  const { head } = work.draft
  for (let nth = 1; ; nth += 1) {
    const set = nth === 1 ? head.set : `${head.set}-${nth}`
    if (!(await isPublished(reader, { id: set, edition: head.edition }))) {
      return { ...work, draft: { ...work.draft, head: { ...head, set } } }
    }
  }
}

/** The draft that a command makes has a name of its own, which says nothing of the command. */
function idOf(commandId: string): string {
  return `d${createHash('sha256').update(commandId).digest('hex').slice(0, 16)}`
}

export async function list(
  program: Program,
  caller: Caller,
): Promise<Result<EndpointAnswer<typeof listDrafts>, Refusal>> {
  const drafts = await read(program, caller, listDraftRows)
  return accepted({
    drafts: drafts.map(({ id, fileName, work, changedBy, changedAt, published }) => ({
      id,
      name: work.draft.head.name,
      fileName,
      drafter: work.drafter,
      by: changedBy,
      at: changedAt,
      published: published ?? null,
      discarded: work.discarded !== undefined,
      indicators: work.draft.indicators.length,
      confirmed: Object.keys(work.confirmed).length,
      doubts: work.draft.doubts.length,
    })),
  })
}

export async function show(
  program: Program,
  caller: Caller,
  { draft: id }: EndpointInput<typeof showDraft>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof showDraft>, Refusal>> {
  return read(program, caller, async (reader) => {
    const draft = await findDraft(reader, id)
    if (!draft) return refused({ code: 'draftUnknown', draft: id })
    const source = await getSource(reader, id)
    return accepted({
      ...(await stateOf(reader, draft, shared)),
      fileName: draft.fileName,
      parts: draft.parts,
      part: draft.part,
      tables: source.tables,
      measures: measuresIn(shared).map(({ id, name, kind, quantity }) => ({
        id,
        name: name.vi,
        kind,
        quantity: quantity.vi,
      })),
    })
  })
}

/** Changes rows, all or none; the same command again changes nothing more, another one under its id is refused. */
export async function change(
  program: Program,
  caller: Caller,
  { draft: id, commandId, seen, by, changes }: EndpointInput<typeof changeDraftRows>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof changeDraftRows>, Refusal>> {
  return keep(program, caller, async (reader) => {
    const draft = await findDraft(reader, id, 'locked')
    if (!draft) return refused({ code: 'draftUnknown', draft: id })
    const before = await findChange(reader, id, commandId)
    if (before) {
      const isSame = before.by === by && canonicalJson(before.changes) === canonicalJson(changes)
      return isSame
        ? accepted(await stateOf(reader, draft, shared))
        : refused({ code: 'commandIdUsedForAnother' })
    }
    if (draft.published) return refused({ code: 'draftPublished', ...draft.published })
    const version = draft.version + 1
    const at = instant(program)
    if (seen > draft.version) {
      return refused({ code: 'inputWrong', field: 'seen', problem: 'tooBig', most: draft.version })
    }
    const changed = changeDraft(draft.work, { seen, version, by, at, changes })
    if (!changed.ok) return changed
    await saveChange(reader, { id, version, commandId, by, at, changes, work: changed.value })
    return accepted(await stateOf(reader, { ...draft, version, work: changed.value }, shared))
  })
}

/** The draft as a pack's folder, beside the shared measures that it names, in one archive. */
export async function pack(
  program: Program,
  caller: Caller,
  { draft: id }: EndpointInput<typeof packDraft>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof packDraft>, Refusal>> {
  const draft = await read(program, caller, (reader) => findDraft(reader, id))
  if (!draft) return refused({ code: 'draftUnknown', draft: id })
  const { files } = checkDraft(draft.work.draft, confirmedIn(draft.work), shared)
  const { set } = draft.work.draft.head
  // Until the set has a proper id it names no folder: its text could lead out of where the archive is opened.
  const folder = identity.safeParse(set).success ? set : id
  const texts = packFiles(draft.work.draft, files, shared, 'vi')
  const zip = writeZip(texts.map(({ name, text }) => ({ name: inFolder(folder, name), content: text })))
  return accepted({ name: `${folder}.zip`, zip: zip.toString('base64') })
}

function inFolder(folder: string, name: string): string {
  return name.startsWith('../') ? name.slice(3) : `${folder}/${name}`
}

async function stateOf(
  reader: Reader,
  draft: Pick<StoredDraft, 'id' | 'version' | 'work' | 'published'>,
  shared: RawFile,
) {
  const { id, version, work, published } = draft
  const { issues } = checkDraft(work.draft, confirmedIn(work), shared)
  const { set, edition } = work.draft.head
  const taken = published === undefined && (await isPublished(reader, { id: set, edition }))
  return {
    id,
    version,
    published: published ?? null,
    work,
    taken,
    issues: issues.map((issue) => ({ ...issue })),
  }
}

function instant({ clock }: Program): string {
  return new Date(clock()).toISOString()
}
