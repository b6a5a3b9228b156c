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
export { recognitionsInForce, type KnownDecision } from './recognition.ts'
