export { keyHeader } from './guard.ts'
export { refusalOfIssue } from './issues.ts'
export { openApi } from './openapi.ts'
