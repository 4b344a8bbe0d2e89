/** What other features may use of this one. */
export { default as TenantPicker } from './components/TenantPicker.vue'
export { tenants } from './model/tenants'
