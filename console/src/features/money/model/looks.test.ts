import { expect, it } from 'vitest'
import { billLook, dunningStep } from './looks'

it('shows a state that it does not know by its code', () => {
  expect(billLook('frozen')).toEqual({ zh: 'frozen', en: 'frozen', tone: 'info' })
})

it('says how late a reminder was', () => {
  expect(dunningStep('reminder-7').zh).toBe('逾期 7 天催缴')
  expect(dunningStep('reminder-0').en).toBe('Reminder on the due day')
  expect(dunningStep('suspend').zh).toBe('号码欠费停机')
})
