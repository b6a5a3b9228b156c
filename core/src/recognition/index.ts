export { revocationRisk, type Bounds, type RevocationRisk } from './risk.ts'
export { revocationRuleOn, revocationRules, type RevocationRule } from './rule.ts'
export { recognitionMessages, type RecognitionMessages } from './messages.ts'
export * from './api.ts'
