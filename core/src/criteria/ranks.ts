/** Ranks of recognition; what each presupposes is dated data of the criteria sets. */
export const ranks = [
  'standard',
  'advanced',
  'model',
  'modern',
  'villageNtm',
  'villageModel',
  'completed',
] as const

export type Rank = (typeof ranks)[number]
