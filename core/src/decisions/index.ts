export { ranks, type Rank } from '../criteria/index.ts'
export { decisionActs, decisionFact, documentFact, type DecisionFact, type DocumentFact } from './decision.ts'
export { recognitionsInForce, type KnownDecision } from './recognition.ts'
