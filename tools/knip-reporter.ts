import type { ReporterOptions } from 'knip'

/** Says how many files knip read: beside the list of findings, which says nothing when it read none. */
export default function tellFiles({ counters }: ReporterOptions): void {
  process.stdout.write(`knip: ${counters.processed} files\n`)
}
