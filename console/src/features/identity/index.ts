/** What other features may use of this one. */
export { wanted } from './model/mailed'
export { session } from './model/session'
export { whenTold } from './model/tabs'
