/** How figures of a measure are generated for communes; poverty is apart. */
export type MeasureSpec = {
  readonly id: string
  readonly time: 'instant' | 'year' | 'schoolYear'
  /** First and last year told of; a school year by the year in which it begins. */
  readonly years: readonly [number, number]
  /** Whole of a share; a count or an amount on its scale has none. */
  readonly whole: Whole | 'none'
  /** Percent, number or tenths in 2020: of the weakest commune, of the strongest, and what a year adds. */
  readonly weak: number
  readonly strong: number
  readonly yearly: number
}

export type Whole =
  | 'households'
  | 'population'
  | 'workers'
  | 'children'
  | 'leavers'
  | 'villages'
  | 'schools'
  | 'land'
  | 'roads'
  | 'premises'
  | 'tonnes'
  | 'kilograms'
  | 'organisations'

const all: readonly [number, number] = [2017, 2024]
const old: readonly [number, number] = [2017, 2021]
const fresh: readonly [number, number] = [2021, 2024]
const recent: readonly [number, number] = [2022, 2024]

const rows: readonly (readonly [
  string,
  MeasureSpec['time'],
  readonly [number, number],
  Whole | 'none',
  number,
  number,
  number,
])[] = [
  ['m-irrigated-land', 'instant', all, 'land', 62, 92, 1.5],
  ['m-power-households', 'instant', all, 'households', 96, 99.8, 0.3],
  ['m-villages-culture-house', 'instant', all, 'villages', 60, 100, 4],
  ['m-makeshift-houses', 'instant', all, 'none', 90, 0, -8],
  ['m-solid-houses', 'instant', all, 'households', 55, 92, 2.5],
  ['m-income', 'year', all, 'none', 190, 450, 30],
  ['m-health-insurance', 'instant', all, 'population', 88, 96, 0.6],
  ['m-stunting', 'year', all, 'children', 36, 20, -0.9],
  ['m-food-safety', 'instant', all, 'premises', 92, 100, 1],
  ['m-upper-secondary', 'schoolYear', [2017, 2023], 'leavers', 64, 92, 1.5],
  ['m-clean-water', 'instant', all, 'households', 30, 70, 3],
  ['m-hygienic-water', 'instant', old, 'households', 84, 98, 1.2],
  ['m-schools-national', 'instant', old, 'schools', 40, 90, 4],
  ['m-employed', 'instant', old, 'workers', 88, 97, 0.6],
  ['m-trained-employed', 'instant', old, 'workers', 20, 48, 2],
  ['m-cultural-villages', 'instant', old, 'villages', 60, 95, 3],
  ['m-political-organisations', 'instant', fresh, 'organisations', 90, 100, 1],
  ['m-schools-total', 'instant', fresh, 'none', 4, 4, 0],
  ['m-schools-minimum', 'instant', fresh, 'schools', 80, 100, 3],
  ['m-schools-level-1', 'instant', fresh, 'schools', 35, 85, 4],
  ['m-trained-labour', 'instant', recent, 'workers', 42, 72, 2],
  ['m-certified-labour', 'instant', recent, 'workers', 10, 28, 1],
  ['m-e-health-book', 'instant', recent, 'population', 30, 80, 6],
  ['m-green-space', 'instant', recent, 'none', 10, 32, 1],
  ['m-pesticide-packaging', 'instant', recent, 'kilograms', 70, 100, 3],
  ['m-waste-sorting', 'instant', recent, 'households', 12, 45, 4],
  ['m-solid-waste', 'instant', [2023, 2024], 'tonnes', 45, 90, 3],
  ['m-road-commune-sealed', 'instant', recent, 'roads', 75, 100, 2],
  ['m-road-village-hard', 'instant', recent, 'roads', 60, 95, 2],
  ['m-road-lane-clean', 'instant', recent, 'roads', 55, 95, 2],
  ['m-road-field', 'instant', recent, 'roads', 45, 85, 2],
]

export const measureSpecs: readonly MeasureSpec[] = rows.map(
  ([id, time, years, whole, weak, strong, yearly]) => ({
    id,
    time,
    years,
    whole,
    weak,
    strong,
    yearly,
  }),
)

/** Period as text, and its last day, from which the figure counts. */
export function periodOf(
  time: MeasureSpec['time'],
  year: number,
): { readonly text: string; readonly lastDay: string } {
  switch (time) {
    case 'instant':
      return { text: `${year}-12-31`, lastDay: `${year}-12-31` }
    case 'year':
      return { text: String(year), lastDay: `${year}-12-31` }
    case 'schoolYear':
      return { text: `${year}-${year + 1}`, lastDay: `${year + 1}-05-31` }
  }
}
