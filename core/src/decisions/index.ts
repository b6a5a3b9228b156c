export {
  decisionActs,
  decisionFact,
  documentFact,
  ranks,
  type DecisionFact,
  type DocumentFact,
  type Rank,
} from './decision.ts'
export { recognitionsInForce, type KnownDecision } from './recognition.ts'
