import type { Weave } from '../weave.tsx'

export type DiagramUnit = {
  readonly id: string
  /** Without its kind: "Đắk Ruồng"; letters typed on the diagram jump to it. */
  readonly name: string
  /** With its kind: "Xã Đắk Ruồng". */
  readonly fullName: string
  readonly lon: number
  readonly lat: number
  readonly group: string
  readonly weave: Weave
  /** What stands in the cell where there is room: "19", or "2/3" on new boundaries. */
  readonly label?: string
  /** Holds a recognition decision in force: drawn as a ring, never as a colour. */
  readonly isRecognised: boolean
  /** What is read out: "14 trên 19 tiêu chí, có quyết định công nhận". */
  readonly says: string
}

export type DiagramGroup = {
  readonly id: string
  readonly name: string
  /** Whether the name is written on the drawing; it always stands in the table. */
  readonly isNamed?: boolean
}
