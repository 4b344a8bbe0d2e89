import { expect, it } from 'vitest'
import { scopesOf, scopeWords } from './scopes'

it('names the scopes of what was chosen, and no others', () => {
  expect(scopesOf({ calls: 'read', plans: 'write', bills: undefined })).toEqual(['calls:read', 'plans:write'])
})

it('says a scope in words', () => {
  expect(scopeWords('calls:read').zh).toBe('通话记录（读）')
  expect(scopeWords('*').en).toBe('everything')
  expect(scopeWords('odd:write').en).toBe('odd (write)')
})
