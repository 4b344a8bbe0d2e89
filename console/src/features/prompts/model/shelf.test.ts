import { expect, it } from 'vitest'
import { length, matching, shelved } from './shelf'

const prompt = (name: string, language: string, text = '') => ({ name, language, text, lengthMs: 1000 })
const all = shelved([prompt('system-busy', 'zh-CN', '正忙'), prompt('shop-open', 'zh-CN', '营业'), prompt('shop-open', 'en-US', 'Open')])

it('puts the languages of a prompt together, and the own ones first', () => {
  expect(all.map((one) => [one.name, one.isSystem, [...one.byTongue.keys()]])).toEqual([
    ['shop-open', false, ['zh-CN', 'en-US']],
    ['system-busy', true, ['zh-CN']],
  ])
})

it('finds by name and by what is said', () => {
  expect(matching(all, ' OPEN ').map((one) => one.name)).toEqual(['shop-open'])
  expect(matching(all, '正忙').map((one) => one.name)).toEqual(['system-busy'])
})

it('says lengths in minutes and seconds', () => {
  expect(length(65_400)).toBe('1:05')
})
