import { describe, expect, it } from 'vitest'
import { ladder, title } from './ladder'

const message = (direction: string, peer: string, text: string) => ({ at: '2026-11-27T12:00:00Z', sipCallId: 'a', direction, peer, text })

describe('a SIP ladder', () => {
  it('names requests by method and responses by status', () => {
    expect(title('INVITE sip:4008888888@host SIP/2.0\r\nVia: x')).toBe('INVITE')
    expect(title('SIP/2.0 486 Busy Here\r\n')).toBe('486 Busy Here')
  })

  it('has a post for the platform and each peer, in the order they speak', () => {
    const drawn = ladder(
      [message('in', 'caller', 'INVITE x SIP/2.0\r\n'), message('out', 'branch', 'INVITE y SIP/2.0\r\n'), message('out', 'caller', 'SIP/2.0 180 Ringing\r\n')],
      'Hotline400',
    )
    expect(drawn.posts).toEqual(['Hotline400', 'caller', 'branch'])
    expect(drawn.steps.map((step) => [step.from, step.to, step.title])).toEqual([
      [1, 0, 'INVITE'],
      [0, 2, 'INVITE'],
      [0, 1, '180 Ringing'],
    ])
  })
})
