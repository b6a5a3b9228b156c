export { demoSeedOf, demoWorld } from './demo.ts'
export { loadWorld } from './load.ts'
export { worldRoutes } from './routes.ts'
