export { askThrough, explainMoment, newTrial, type AskedAt, type Trial } from './explain-all.ts'
export { explainRows, rowsOf } from './rows.ts'
