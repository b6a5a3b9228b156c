/** What is known of a set, collected apart from the packs; each code is in one of the marks of its kind. */
type KnownSet = {
  readonly criteria: number
  readonly indicators: number
  /** Criteria whose names were read; every other name is remembered. */
  readonly criteriaRead: string
  /** Indicators whose wording was read in guidance, or in part; every other is remembered. */
  readonly wordingGuidance: string
  readonly wordingPartial: string
  /** What the cell of Tây Nguyên says: left to the province, not known, read; every other is remembered. */
  readonly delegated: string
  readonly unknown: string
  readonly guidance: string
  readonly partial: string
  readonly prerequisites: string
  /** Key criteria when revocation is judged. */
  readonly key: string
  /** Numbers by column, by the key of their level. */
  readonly levels: Readonly<Record<string, string>>
}

const all19 = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19'

/** Sets whose every indicator is written. */
export const knownSets: Readonly<Record<string, KnownSet>> = {
  'commune-2016-2020': {
    criteria: 19,
    indicators: 49,
    criteriaRead: all19,
    wordingGuidance: '',
    wordingPartial: '4.1 4.2 5 9.1 9.2 10 12 14.1 14.2 14.3 15.1 15.2 15.3 17.1 17.6 17.8',
    delegated: '2.1 2.2 2.3 2.4 6.1 6.2 7 8.1 8.2 8.3 8.4 17.4 17.5',
    unknown: '',
    guidance: '',
    partial: '4.1 4.2 9.1 10 12 14.1 14.2 14.3 15.1 15.2 15.3 17.1 17.8',
    prerequisites: '',
    key: '',
    levels: {
      TN: '3.1≥80 4.2≥98 5≥70 6.3≥100 9.1=0 9.2≥75 10≥41@2020,41@2021,41@2022 11≤7 12≥90 14.2≥70 14.3≥25 15.1≥85 15.3≤31.4 16≥70 17.1≥95 17.1-clean≥50 17.2≥100 17.6≥70 17.7≥60 17.8≥100 18.4≥100',
      TDMNPB:
        '3.1≥80 4.2≥95 5≥70 6.3≥100 9.1=0 9.2≥75 10≥36@2020,36@2021,36@2022 11≤12 12≥90 14.2≥70 14.3≥25 15.1≥85 15.3≤26.7 16≥70 17.1≥90 17.1-clean≥50 17.2≥100 17.6≥70 17.7≥60 17.8≥100 18.4≥100',
      DHNTB:
        '3.1≥80 6.3≥100 9.1=0 10≥41@2020,41@2021,41@2022 11≤5 12≥90 14.2≥85 14.3≥40 15.1≥85 15.3≤24.2 16≥70 17.2≥100 17.8≥100 18.4≥100',
      DBSCL:
        '3.1≥80 6.3≥100 9.1=0 10≥50@2020,50@2021,50@2022 11≤4 12≥90 14.2≥80 14.3≥25 15.1≥85 15.3≤20.5 16≥70 17.2≥100 17.8≥100 18.4≥100',
    },
  },
  'commune-2021-2025': {
    criteria: 19,
    indicators: 57,
    criteriaRead: all19,
    wordingGuidance: '3.1 3.2 5 8.1 8.2 8.3 8.4 11 12.1 13.2 13.3 13.4 13.5 14.1 15.1 15.2 15.3 15.4',
    wordingPartial: '17.1 18.5 19.2',
    delegated: '2.1 2.2 2.3 2.4 6.1 6.2 17.5',
    unknown: '12.1 12.2 14.2 15.4 16 17.1 17.2 17.6 17.8 17.9 17.12',
    guidance: '3.1 3.2 5 13.2 13.3 13.4 13.5 14.1 15.1',
    partial: '4.1 7 8.1 8.2 8.3 8.4 15.2 15.3 18.5 19.2',
    prerequisites: '',
    key: '10 17 19',
    levels: {
      TN: '3.1≥80 4.2≥98 5.minimum≥100 5.level-1≥70 5.few-schools≤3 5.level-1-few≥50 6.3≥100 9.1=0 9.2≥75 10≥41@2021,44@2022,47@2023,50@2024,53@2025 11≤7 15.1≥90 15.3≤26.5 17.4≥2 17.7≥100 17.10≥100 17.11≥30 18.3≥100',
      TDMNPB:
        '3.1≥80 4.2≥95 5.minimum≥100 5.level-1≥70 5.few-schools≤3 5.level-1-few≥50 6.3≥100 9.1=0 9.2≥75 10≥36@2021,39@2022,42@2023,45@2024,48@2025 11≤13 15.1≥90 15.3≤24 15.4≥50 17.4≥2 17.7≥100 17.10≥100 17.11≥30 18.3≥100',
      DHNTB:
        '3.1≥80 4.2≥98 5.minimum≥100 5.level-1≥70 5.few-schools≤3 5.level-1-few≥50 6.3≥100 9.1=0 9.2≥80 10≥41@2021,44@2022,47@2023,50@2024,53@2025 11≤5 15.1≥90 15.3≤22 17.4≥2 17.7≥100 17.10≥100 18.3≥100',
      DBSH: '3.1≥80 4.2≥99 5.minimum≥100 5.level-1≥100 5.few-schools≤3 5.level-1-few≥100 6.3≥100 9.1=0 9.2≥90 11≤1.5 15.1≥90 15.3≤16.5 15.4≥70 17.4≥2 17.7≥100 17.10≥100 18.3≥100',
    },
  },
  'commune-advanced-2021-2025': {
    criteria: 19,
    indicators: 75,
    criteriaRead: '1 2 17 18',
    wordingGuidance: '4 14.1 14.2 14.3 14.4',
    wordingPartial: '1.1 1.2 1.3 8.1 18.1',
    delegated: '1.1 1.2 1.3 2.1 2.2 2.3 2.4',
    unknown:
      '3.3 3.6 5.1 5.3 5.4 5.5 6.3 8.2 9 10 11 12.1 12.2 12.3 13.5 14.2 14.3 14.4 17.3 17.4 17.8 17.10 17.12 18.1 18.3 18.7',
    guidance: '4 14.1',
    partial: '',
    prerequisites: 'DK1',
    key: '10 17 18 19',
    levels: {
      TN: '3.1≥90 4≥98 5.1-level-2≥1 14.1≥95 16.2≥90 16.3≥90 17.2≥100 17.5≥50 17.6≥100 17.7≥80 17.11≥4 18.2≥60 18.4≥100 18.5=0 18.6≥100 18.8≥100',
      TDMNPB: '4≥98 5.1-level-2≥1 14.1≥95 18.5=0',
      BTB: '4≥99 5.1-level-2≥1 14.1≥95 18.1≥55 18.5=0',
      DBSH: '4≥100 5.1-level-2≥1 14.1≥95 18.5=0',
    },
  },
}

/** What is known of a small set, or of one that could not be read whole. */
type KnownStructure = {
  readonly criteria: number
  /** As the decision counts them. */
  readonly indicators: number | 'unknown'
  readonly prerequisites: string
  /** Criteria whose names were read; of every other only the number is known. */
  readonly named: string
  /** Indicators that are written: a part of what the decision has, unless all is said to be known. */
  readonly written: string
  /** Criteria that are written whole. */
  readonly whole: string
  readonly key: string
  readonly levels: string
  readonly columns: string
  readonly groups: string
}

/** Sets of few conditions, and those of which only the structure, or a part, is known. */
export const knownStructures: Readonly<Record<string, KnownStructure>> = {
  'city-completed-2021-2025': {
    criteria: 1,
    indicators: 'unknown',
    prerequisites: '',
    named: '',
    written: '',
    whole: '',
    key: '',
    levels: '',
    columns: '',
    groups: '',
  },
  'commune-model-2021-2025': {
    criteria: 3,
    indicators: 3,
    prerequisites: 'DK1',
    named: '2 3 4',
    written: '2 3 4',
    whole: '2 3 4',
    key: '',
    levels: '2≥110%×commune-advanced-2021-2025:10 3≥1 4≥1',
    columns: 'TDMNPB TN DHNTB BTB DBSH DNB DBSCL',
    groups: '',
  },
  'district-2021-2025': {
    criteria: 9,
    indicators: 36,
    prerequisites: 'DK1 DK2 DK3 DK4',
    named: '1 2 3 4 5 6 7 8 9',
    written: '1.1 1.2 2.1 2.2 2.3 2.4 3.1 3.2 4 5.1 5.2 5.3 5.4 5.5',
    whole: '1 3 4',
    key: '6 7 8 9',
    levels: 'DK1≥100 DK2≥10 DK3≥100 DK4≥90 DK4-lowest≥80 2.2≥100',
    columns: '',
    groups: '',
  },
  'district-advanced-2021-2025': {
    criteria: 2,
    indicators: 'unknown',
    prerequisites: 'DK1 DK2 DK3',
    named: '',
    written: '1.1 1.2',
    whole: '',
    key: '',
    levels: 'DK1≥50 DK2≥100 DK3≥95 DK3-lowest≥85 1.2≥1',
    columns: '',
    groups: '',
  },
  'district-special-2024': {
    criteria: 3,
    indicators: 'unknown',
    prerequisites: 'DK1',
    named: '',
    written: '1.1 1.2 2.1 2.2',
    whole: '',
    key: '',
    levels: 'DK1≥90 1.2≥1 2.1≥100',
    columns: '',
    groups: 'district-without-communes',
  },
  'commune-modern-2026-2030': {
    criteria: 1,
    indicators: 'unknown',
    prerequisites: '',
    named: '',
    written: '',
    whole: '',
    key: '',
    levels: '',
    columns: '',
    groups: '',
  },
  'commune-2026-2030': {
    criteria: 10,
    indicators: 47,
    prerequisites: '',
    named: '1 2 3 4 5 6 7 8 9 10',
    written: '',
    whole: '',
    key: '',
    levels: '',
    columns: 'group-1 group-2 group-3',
    groups: '',
  },
  'village-kontum-2022-2025': {
    criteria: 10,
    indicators: 'unknown',
    prerequisites: '',
    named: '1 2 3 4 8 10',
    written: '',
    whole: '',
    key: '',
    levels: '',
    columns: '',
    groups: 'ethnic-minority',
  },
  'village-kontum-2019-2020': {
    criteria: 16,
    indicators: 'unknown',
    prerequisites: '',
    named: '',
    written: '1.1 2.1 3.1',
    whole: '',
    key: '',
    levels: '1.1≥70 2.1≤7 3.1=0 3.1≥75',
    columns: '',
    groups: '',
  },
  'village-model-area-kontum': {
    criteria: 10,
    indicators: 'unknown',
    prerequisites: '',
    named: '',
    written: '',
    whole: '',
    key: '',
    levels: '',
    columns: '',
    groups: '',
  },
}
