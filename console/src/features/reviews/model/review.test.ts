import { expect, it } from 'vitest'
import { kinds, known, options, type Paper, type Review } from './review'

const paper = (kind: string, place: number, counts = true): Paper => ({
  bytes: 1,
  counts,
  hints: [],
  hintsState: 'done',
  id: `${kind}${place}`,
  kind,
  name: kind,
  nameEnglish: kind,
  pages: 1,
  place,
  remarks: [],
  sha256: '',
  type: 'png',
  uploadedAt: '',
  uploadedBy: '',
})

const review = (state: string, more: Partial<Review> = {}): Review => ({
  application: { channel: 'online', createdAt: '', editable: false, findings: [], form: {}, id: 'a', payment: 'before-review', state, tenant: 't', version: 1, violations: [] },
  approvals: [],
  fields: [],
  overdue: false,
  ...more,
})

it('puts needed papers first, by place, and what was replaced aside', () => {
  const found = kinds([{ kind: 'b', zh: '乙', en: 'b', present: true }], [paper('a', 1), paper('b', 2), paper('b', 1), paper('b', 3, false)])
  expect(found.map((one) => [one.subject, one.files.map((file) => file.place)])).toEqual([
    ['papers.b', [1, 2]],
    ['papers.a', [1]],
  ])
})

it('lets only who has taken it decide, and only who may write take it', () => {
  expect(options(review('paid'), 'me', true).take).toBe(true)
  expect(options(review('paid'), 'me', false).take).toBe(false)
  expect(options(review('in-review', { reviewer: 'me' }), 'me', true).decide).toBe(true)
  expect(options(review('in-review', { reviewer: 'other' }), 'me', true).decide).toBe(false)
})

it('does not take the silence of a machine that has not read a file for soundness', () => {
  const file = { hints: [], hintsState: 'waiting', id: 'f', place: 1, type: 'png', uploadedAt: '' }
  expect(known(review('paid', { fields: [{ subject: 'papers.a', facts: [], papers: [file] }] })).get('papers.a')?.[0]?.kind).toBe('hint')
})
