export { keyHeader } from './guard.ts'
export { refusalOfIssue } from './issues.ts'
export { openApi } from './openapi.ts'
export { bodyTooLarge, mostBodyBytes } from './input.ts'
