/** What other features may use of this one. */
export { default as NumberDigits } from './components/NumberDigits.vue'
export { default as PackageChooser } from './components/PackageChooser.vue'
