import { expect, it } from 'vitest'
import type { Me } from '@/shared/api/client'
import { features } from './features'
import { mayOpen } from './rights'

const OPERATOR = '00000000-0000-0000-0000-000000000000'

function whoReads(tenant: string, allBut: boolean, ...nouns: string[]): Me {
  return { tenant, principal: 'p', name: 'n', roles: [], scopes: ['*'], rights: { read: { allBut, nouns }, write: { allBut: false, nouns: [] } } }
}

const owner = whoReads('11111111-1111-1111-1111-111111111111', true, 'reviews', 'ledger')
const agent = whoReads(owner.tenant, false, 'numbers', 'calls', 'plans')
const operator = whoReads(OPERATOR, true)
const reviewer = whoReads(OPERATOR, false, 'reviews', 'numbers')

const opened = (who: Me, ...paths: string[]): string[] => paths.filter((path) => mayOpen(features, path, who))

it('keeps the desks from an enterprise, by a deep link too', () => {
  const desks = features.flatMap((feature) => feature.routes.map((route) => route.path)).filter((path) => path.startsWith('/desk/'))
  expect(desks).toContain('/desk/ledger/accounts/:account')
  expect(opened(owner, ...desks)).toEqual([])
  expect(opened(operator, ...desks)).toEqual(desks)
})

it('goes by the rights of each', () => {
  expect(opened(reviewer, '/desk/reviews', '/desk/reviews/:id', '/desk/trunks', '/desk/audit', '/desk/numbers')).toEqual(['/desk/reviews', '/desk/reviews/:id', '/desk/numbers'])
  expect(opened(agent, '/calls/:id', '/bills', '/bills/:id', '/account', '/account/users', '/numbers/:number/plan')).toEqual(['/calls/:id', '/account', '/numbers/:number/plan'])
})

it('leaves the pages of enterprises open to the operator, who acts for them', () => {
  expect(opened(operator, '/hours', '/prompts', '/bills/:id')).toEqual(['/hours', '/prompts', '/bills/:id'])
})
