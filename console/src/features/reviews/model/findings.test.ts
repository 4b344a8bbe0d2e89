import { expect, it } from 'vitest'
import { fits, orders, type Reason } from './findings'

const seal: Reason = { code: 'seal-unclear', about: ['papers.*'], chinese: '公章模糊', english: 'unclear', ownWords: false }
const other: Reason = { code: 'other', about: ['*'], chinese: '', english: '', ownWords: true }

it('knows where a reason fits', () => {
  expect(fits(['papers.*', 'company.name'], 'papers.handler-id')).toBe(true)
  expect(fits(['company.name'], 'company.address')).toBe(false)
  expect(fits(['*'], 'trade')).toBe(true)
})

it('sends what is finished and names what is not', () => {
  const drafts = new Map([
    ['papers.business-licence', { reason: 'seal-unclear', words: ' 第二页 ' }],
    ['company.name', { reason: 'other', words: ' ' }],
    ['trade', { reason: '', words: '' }],
  ])
  expect(orders(drafts, [seal, other])).toEqual({
    findings: [{ subject: 'papers.business-licence', reason: 'seal-unclear', words: { zh: '第二页' } }],
    unfinished: ['company.name', 'trade'],
  })
})
