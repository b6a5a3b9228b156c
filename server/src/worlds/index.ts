export { isLoaded, loadWorld, type LoadProgress } from './load.ts'
