import { posix } from 'node:path'

/** One import as it is written; `starts` for a file that is only started, as a worker is. */
export type Import = {
  readonly target: string
  readonly line: number
  readonly starts: boolean
}

export type SourceFile = { readonly path: string; readonly imports: readonly Import[] }

/** Which package may import which; folders without a line (tools, bench, e2e) may import every package. */
const mayImport = new Map<string, readonly string[]>([
  ['core', []],
  ['worlds', []],
  ['web', ['core']],
  ['server', ['core', 'worlds']],
  ['cli', ['server', 'core', 'worlds']],
])

/** Folders without a domain: under every slice, so that what they need of one is handed to them. */
const technical = new Map<string, readonly string[]>([
  ['server', ['database', 'commands', 'http', 'office']],
  ['web', ['ui', 'api', 'offline']],
])

const outermost = /^(app|main|routes)\.tsx?$/

type Part =
  | { readonly kind: 'outermost' | 'technical' | 'testing' | 'unknown' | 'beside' }
  | { readonly kind: 'slice'; readonly name: string; readonly depth: number }

/** The order of slices as ARCHITECTURE.md prints it: the highest first, in a block marked `order`. */
export function readOrder(architecture: string): readonly string[] {
  const block = /^```order\n(.*?)^```/ms.exec(architecture)?.[1]
  const names = block?.split(/[\s→>]+/).filter((name) => name !== '') ?? []
  if (names.length === 0) throw new Error('ARCHITECTURE.md has no block marked ```order with the slices')
  return names
}

/** What is wrong with the directions of these imports, one sentence each. */
export function faultsOf(files: readonly SourceFile[], order: readonly string[]): readonly string[] {
  const misplaced = files
    .filter((file) => partOf(file.path, order).kind === 'unknown')
    .map((file) => `${file.path} is in no slice of ARCHITECTURE.md`)
  const misdirected = files.flatMap((file) =>
    file.imports.flatMap((one) => {
      const reason = reasonAgainst(file.path, one.target, order)
      return reason === undefined ? [] : [`${file.path}:${one.line} imports ${one.target}: ${reason}`]
    }),
  )
  return [...misplaced, ...misdirected]
}

function reasonAgainst(from: string, target: string, order: readonly string[]): string | undefined {
  const to = resolveImport(from, target)
  if (to === undefined || !/\.tsx?$/.test(to)) return undefined
  const [here, there] = [folderOf(from), folderOf(to)]
  if (here !== there) return reasonBetweenPackages(here, there, target)
  return mayImport.has(here) ? reasonInside(from, to, order) : undefined
}

function reasonBetweenPackages(here: string, there: string, target: string): string | undefined {
  const allowed = mayImport.get(here)
  if (!mayImport.has(there)) return allowed === undefined ? undefined : `a package does not import ${there}`
  if (allowed !== undefined && !allowed.includes(there)) return `${here} does not import ${there}`
  return target.startsWith('.') ? `write @ancu/${there}/<slice>` : undefined
}

function reasonInside(from: string, to: string, order: readonly string[]): string | undefined {
  const [here, there] = [partOf(from, order), partOf(to, order)]
  if (here.kind === 'outermost' || here.kind === 'beside') return undefined
  if (here.kind === 'testing') return undefined
  if (there.kind === 'outermost') return 'nobody imports what puts everything together'
  if (there.kind === 'testing') return 'for tests alone'
  if (there.kind !== 'slice') return undefined
  if (here.kind !== 'slice') return 'a technical folder imports no slice'
  if (here.name === there.name) {
    return posix.basename(to) === 'index.ts' ? 'inside a slice import the file, not its door' : undefined
  }
  return here.depth < there.depth ? undefined : `${there.name} lies above ${here.name}`
}

function partOf(path: string, order: readonly string[]): Part {
  const [home = '', source, first = '', ...rest] = path.split('/')
  if (!mayImport.has(home) || source !== 'src') return { kind: 'beside' }
  const isFile = rest.length === 0
  if (isFile && outermost.test(first)) return { kind: 'outermost' }
  const name = first.replace(/\.tsx?$/, '')
  const depth = order.indexOf(name)
  if (depth >= 0) return { kind: 'slice', name, depth }
  if (isFile || technical.get(home)?.includes(name) === true) return { kind: 'technical' }
  return { kind: name === 'testing' ? 'testing' : 'unknown' }
}

/** The file that an import means, from the project's folder; undefined for packages from outside. */
export function resolveImport(from: string, target: string): string | undefined {
  if (target.startsWith('.')) return posix.join(posix.dirname(from), target)
  const [, home, door] = /^@ancu\/([^/]+)\/(.+)$/.exec(target) ?? []
  if (home === undefined) return undefined
  return home === 'worlds' ? `worlds/${door}/index.ts` : `${home}/src/${door}/index.ts`
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}

/** Every knot of files that import each other, types included, as one sentence naming the files. */
export function cyclesIn(files: readonly SourceFile[]): readonly string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter((one) => !one.starts).map((one) => resolveImport(file.path, one.target) ?? ''),
    ]),
  )
  return knots(edges).map((knot) => `import cycle: ${knot.join(', ')}`)
}

/** Tarjan's strongly connected components of more than one node, or of one that points at itself. */
function knots(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const low = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []

  function visit(node: string): number {
    const number = low.size
    low.set(node, number)
    open.push(node)
    let lowest = number
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue
      if (!low.has(next)) lowest = Math.min(lowest, visit(next))
      else if (open.includes(next)) lowest = Math.min(lowest, low.get(next) ?? lowest)
    }
    low.set(node, lowest)
    if (lowest === number) {
      const knot = open.splice(open.indexOf(node))
      if (knot.length > 1 || edges.get(node)?.includes(node) === true) found.push(knot.toSorted())
    }
    return lowest
  }

  for (const node of edges.keys()) if (!low.has(node)) visit(node)
  return found
}
