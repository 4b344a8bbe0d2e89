import type { InjectionKey } from 'vue'
import type { Deed } from './useDeed'

/** How the fields of a form know what the platform said of them, and the form which of them tell it. */
export const deedKey: InjectionKey<{ deed: Deed; told: Set<string> }> = Symbol('deed')
