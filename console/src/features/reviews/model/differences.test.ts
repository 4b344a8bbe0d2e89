import { expect, it } from 'vitest'
import { askedBefore, againstRegister, together } from './differences'

const entry = {
  activatedAt: '2026-01-01T00:00:00Z',
  company: '示例甲公司',
  creditCode: '91110105MA00000001',
  entity: 'enterprise',
  handler: '李*',
  id: 'a',
  legalRepresentative: '张**',
  number: '4008000001',
  purpose: '咨询',
  tariff: 'basic',
  tenant: 't',
  trade: 'general',
  way: 'self-service',
}

it('marks where the register says otherwise, whatever the blanks', () => {
  const marks = againstRegister({ entity: 'enterprise', trade: 'food', company: { name: '示例 甲公司' }, handler: { name: '李*' } }, [entry])
  expect([...marks.keys()]).toEqual(['trade'])
  expect(againstRegister({}, [])).toEqual(new Map())
})

it('recalls what the latest correction asked for', () => {
  const transition = (event: string, subject: string) => ({ actor: 'r', at: '', event, findings: [{ code: 'c', message: '重拍', subject }], from: '', id: event + subject, reason: '', to: '' })
  const marks = askedBefore([transition('ask-correction', 'papers.a'), transition('ask-correction', 'papers.b')])
  expect([...marks.keys()]).toEqual(['papers.a'])
  expect(together(marks, marks).get('papers.a')).toHaveLength(2)
})
