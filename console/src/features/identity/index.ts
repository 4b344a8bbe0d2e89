/** What other features may use of this one. */
export { session } from './model/session'
