export { isLoaded, loadWorld, type LoadProgress } from './load.ts'
export { worldRoutes } from './routes.ts'
