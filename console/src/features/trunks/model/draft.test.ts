import { expect, it } from 'vitest'
import { draftOf, orderOf } from './draft'

it('writes a trunk back as it was read, its passwords left out so that they stay', () => {
  const trunk = {
    name: 'unicom-bj',
    enabled: false,
    areaCode: '010',
    sources: ['192.0.2.0/24', '192.0.2.7'],
    inbound: { user: 'in' },
    outbound: { host: 'sip.example.com', port: 5061, transport: 'tls', priority: 1, weight: 3, account: { user: 'out' }, register: { registrar: 'reg.example.com:5060', expiresSeconds: 300, fromAccount: true } },
  }
  expect(orderOf(draftOf(trunk))).toEqual(trunk)
})

it('takes sources however they are parted', () => {
  expect(orderOf({ ...draftOf(undefined), name: ' a ', sources: '192.0.2.1，192.0.2.2\n\n192.0.2.3' })).toEqual({ name: 'a', enabled: true, sources: ['192.0.2.1', '192.0.2.2', '192.0.2.3'] })
})
