import { expect, test } from 'vitest'
import { requestOf } from './request'

test('a delivery is shown as the request that its receiver gets', () => {
  const delivery = { id: 'd', event: 'e', kind: 'test', payload: { kind: 'test' } } as never
  expect(requestOf(delivery, 'https://crm.example.com/hook?a=1')).toBe(
    'POST /hook?a=1 HTTP/1.1\nHost: crm.example.com\nContent-Type: application/json\nHotline-Event: test\nHotline-Delivery: d\nIdempotency-Key: e\nHotline-Signature: t=…,v1=…\n\n{\n  "kind": "test"\n}',
  )
  expect(requestOf(delivery, 'nowhere')).toContain('POST nowhere')
})
