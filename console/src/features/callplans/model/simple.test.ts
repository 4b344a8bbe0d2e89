import { describe, expect, it } from 'vitest'
import { sample } from './fixtures'
import { at } from './json'
import { steps } from './plan'
import { readSimple, usualSimple, writeSimple } from './simple'

describe('simple forwarding', () => {
  it.each(['4006173952.json', 'three-mobiles.json', 'mother-baby-shop.json'])('reads %s and writes it back unchanged', (name) => {
    const simple = readSimple(sample(name))
    expect(simple?.phones).toEqual(['13800138001', '13800138002', '13900139003'])
    expect(simple && writeSimple(simple, sample(name))).toBe(sample(name))
  })

  it.each(['4006666666.json', '4008888888.json', 'every-kind.json'])('leaves %s to the designer', (name) => {
    expect(readSimple(sample(name))).toBeUndefined()
  })

  it('changes what was changed and keeps the rest, such as the days that have hours of their own', () => {
    const plan = sample('4006173952.json')
    const simple = { ...usualSimple(), ...readSimple(plan) }
    const written = writeSimple({ ...simple, phones: ['01066660001', ...simple.phones] }, plan)
    expect(at(written, ['steps', 'staff', 'targets'])).toEqual([{ to: '01066660001', ringSeconds: 15 }, { to: '13800138001' }, { to: '13800138002' }, { to: '13900139003' }])
    expect(at(written, ['settings', 'attempts'])).toBe(4)
    expect(at(written, ['steps', 'shop-hours'])).toEqual(at(plan, ['steps', 'shop-hours']))
    expect(at(written, ['steps', 'after-hours'])).toEqual(at(plan, ['steps', 'after-hours']))
  })

  it('writes a plan of its own that it reads again', () => {
    const simple = { ...usualSimple(), phones: ['13800138001', '13800138002'], accept: true, order: 'round-robin', holidaysClosed: true, closed: { does: 'say' as const, prompt: 'shop-closed' } }
    const plan = writeSimple(simple, { start: '', steps: {} })
    expect([...steps(plan).keys()]).toEqual(['hours', 'staff', 'closed', 'unanswered'])
    expect(readSimple(plan)).toEqual(simple)
  })

  it('needs no hours around the clock', () => {
    const plan = writeSimple({ ...usualSimple(), phones: ['13800138001'], always: true }, { start: '', steps: {} })
    expect([...steps(plan).keys()]).toEqual(['staff', 'unanswered'])
    expect(readSimple(plan)?.always).toBe(true)
  })

  it('parts the endings that were one step when they are to differ', () => {
    const shared = { start: 'h', steps: { h: { type: 'schedule', periods: [{ days: ['mon'], from: '09:00', to: '18:00' }], open: 's', closed: 'm' }, s: { type: 'distribute', targets: [{ to: '13800138001' }], otherwise: 'm' }, m: { type: 'voicemail' } } }
    const simple = { ...usualSimple(), ...readSimple(shared) }
    const written = writeSimple({ ...simple, closed: { does: 'say', prompt: 'shut' } }, shared)
    expect(at(written, ['steps', 'h', 'closed'])).toBe('closed')
    expect(at(written, ['steps', 's', 'otherwise'])).toBe('m')
    expect(at(written, ['steps', 'closed'])).toEqual({ type: 'hang-up', prompts: ['shut'] })
  })
})
