/** What other features may use of this one. */
export { ending } from './model/endings'
