import { expect, it } from 'vitest'
import { givenBy, role } from './roles'

it('lets nobody give a role that is stronger than his own', () => {
  expect(givenBy(['owner'])).toContain('owner')
  expect(givenBy(['admin'])).not.toContain('owner')
  expect(givenBy(['supervisor'])).toEqual(['supervisor'])
  expect(givenBy(['operator'])).toContain('reviewer')
})

it('shows a role that it does not know by its code', () => {
  expect(role('pilot')).toEqual({ zh: 'pilot', en: 'pilot' })
})
