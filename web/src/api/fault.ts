/** Why a question has no answer. */
export type Fault =
  | {
      readonly kind: 'refused'
      /** Code of the refusal: `unitUnknown`, `dayBeforeProvince`, … */
      readonly code: string
      readonly status: number
      readonly says: { readonly vi: string; readonly en: string }
      /** The facts of the case beside the sentence. */
      readonly facts: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'unreachable' }
  /** The server answered what this page does not know: one of them is older than the other. */
  | { readonly kind: 'notUnderstood'; readonly reference: string }

export class AskError extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.kind === 'refused' ? fault.code : fault.kind === 'unreachable' ? fault.kind : fault.reference)
    this.name = 'AskError'
    this.fault = fault
  }
}

/** The fault behind anything that was thrown while asking. */
export function faultOf(error: unknown): Fault {
  if (error instanceof AskError) return error.fault
  return { kind: 'notUnderstood', reference: error instanceof Error ? error.message : String(error) }
}
