import type { RouteRecordRaw } from 'vue-router'
import type { Me } from '@/shared/api/client'

/** The parts of the menu, in its order. */
export const groups = ['market', 'service', 'calls', 'money', 'account', 'desk'] as const
export type Group = (typeof groups)[number]

/** A page's place in the menu. */
export interface Place {
  readonly group: Group
  readonly to: string
  /** The key of its words. */
  readonly words: string
  /** Whether somebody sees it; the platform decides on its own what he may do there. */
  readonly seen: (who: Me | undefined) => boolean
}

/** What a feature brings into the console. Pages are loaded when they are opened. */
export interface Feature {
  readonly routes: readonly RouteRecordRaw[]
  readonly places: readonly Place[]
  readonly words: { readonly zh: object; readonly en: object }
}

const OPERATOR = '00000000-0000-0000-0000-000000000000'

export function isOperator(who: Me | undefined): boolean {
  return who?.tenant === OPERATOR
}

/** Whether somebody may do this, such as `calls:read`: a scope of the key opens it (people have `*`), and so does a role. */
export function may(who: Me | undefined, scope: string): boolean {
  if (who === undefined) return false
  const [noun, way] = scope.split(':') as [string, 'read' | 'write']
  const { allBut, nouns } = who.rights[way]
  const open = ['*', scope, scope.replace(/:read$/, ':write')].some((one) => who.scopes.includes(one))
  return open && allBut !== nouns.includes(noun)
}

/** A condition for {@link Place.seen}. */
export const seenBy = {
  everybody: (): boolean => true,
  /** Who works for an enterprise (or reseller) and may do this; without a scope: everybody there. */
  enterprise:
    (scope?: string) =>
    (who: Me | undefined): boolean =>
      who !== undefined && !isOperator(who) && (scope === undefined || may(who, scope)),
  operator:
    (scope?: string) =>
    (who: Me | undefined): boolean =>
      isOperator(who) && (scope === undefined || may(who, scope)),
  people:
    (scope?: string) =>
    (who: Me | undefined): boolean =>
      who !== undefined && (scope === undefined || may(who, scope)),
}
