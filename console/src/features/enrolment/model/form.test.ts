import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, errorAt, filledIn, isAbout, stepOf } from './form'

describe('a form', () => {
  it('that is empty says nothing', () => {
    const draft = draftOf({})
    expect(filledIn(draft)).toEqual([])
    expect(bodyOf(draft)).toEqual({ company: {}, legalRepresentative: {}, handler: {}, choice: { forwardTo: [] } })
  })

  it('comes back as it was sent', () => {
    const body = {
      entity: 'enterprise',
      trade: 'food',
      company: { name: '某某餐饮有限公司', licenceUntil: '长期' },
      legalRepresentative: { name: '张**' },
      handler: {},
      choice: { number: '400-617-3952', termMonths: 12, forwardTo: ['13700137000', '01062345678'] },
    }
    expect(bodyOf(draftOf(body))).toEqual(body)
  })

  it('loses blanks around its texts, and lines that are empty', () => {
    const draft = draftOf({})
    draft.company.name = '  某某  '
    draft.choice.forwardTo = ['', ' 13700137000 ']
    expect(bodyOf(draft).company).toEqual({ name: '某某' })
    expect(bodyOf(draft).choice?.forwardTo).toEqual(['13700137000'])
  })

  it('is filled in at its step', () => {
    expect(['entity', 'choice.number', 'company.name', 'handler.mail', 'choice.forwardTo[2]', 'papers.handler-id'].map(stepOf)).toEqual([
      'kind',
      'kind',
      'company',
      'persons',
      'service',
      'papers',
    ])
  })
})

describe('a finding', () => {
  it('is about a field or its group, and about no other', () => {
    expect(isAbout('company', 'company.name')).toBe(true)
    expect(isAbout('choice.forwardTo', 'choice.forwardTo[1]')).toBe(true)
    expect(isAbout('company.name', 'company.address')).toBe(false)
    expect(isAbout('company.name', 'company.nameOfElse')).toBe(false)
  })
})

describe('at a field', () => {
  const said = {
    refused: [{ field: 'company.name', message: 'too long' }],
    wrong: [
      { field: 'company.name', message: 'odd' },
      { field: 'company.address', message: 'no town' },
    ],
    findings: [{ subject: 'company', message: 'not as on the licence' }],
  }

  it('stands what could not be kept, before one has left it', () => {
    expect(errorAt('company.name', { ...said, left: false })).toBe('too long')
    expect(errorAt('company.name', { ...said, left: true })).toBe('too long')
  })

  it('stands what is wrong with it once one has left it, else what a reviewer found', () => {
    expect(errorAt('company.address', { ...said, left: true })).toBe('no town')
    expect(errorAt('company.address', { ...said, left: false })).toBe('not as on the licence')
    expect(errorAt('handler.name', { ...said, left: true })).toBe('')
  })
})
