/** What other features may use of this one. */
export { default as PromptDialog } from './components/PromptDialog.vue'
export { default as PromptPlayer } from './components/PromptPlayer.vue'
