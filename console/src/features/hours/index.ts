/** What other features may use of this one. */
export { default as NumberHours } from './components/NumberHours.vue'
