export {
  decisionActs,
  decisionFact,
  documentFact,
  ranks,
  type DecisionFact,
  type DecisionFactInput,
  type DocumentFact,
  type DocumentFactInput,
  type Rank,
} from './decision.ts'
