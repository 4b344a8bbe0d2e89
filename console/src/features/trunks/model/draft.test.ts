import { expect, it } from 'vitest'
import { draftOf, orderOf, wayOf } from './draft'

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

it('keeps port 0, by which SRV records tell the servers', () => {
  const trunk = { name: 'carrier', enabled: true, sources: [], outbound: { host: 'sip.example.com', port: 0, transport: 'tcp', priority: 0, weight: 1 } }
  expect(orderOf(draftOf(trunk))).toEqual(trunk)
  expect(wayOf(trunk)).toBe('sip.example.com TCP')
  expect(wayOf({ ...trunk, outbound: { ...trunk.outbound, port: 5061 } })).toBe('sip.example.com:5061 TCP')
})
