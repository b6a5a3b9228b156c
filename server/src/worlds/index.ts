export { demoWorld, type DemoSeed } from './demo.ts'
export { loadWorld, type LoadProgress } from './load.ts'
export { worldRoutes } from './routes.ts'
