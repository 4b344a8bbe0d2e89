/** What other features may use of this one. */
export { session, type Me } from './model/session'
