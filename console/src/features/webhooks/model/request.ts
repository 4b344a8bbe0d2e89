import type { Body } from '@/shared/api/client'

/** The request of a webhook as the receiver sees it; the signature is made anew at each try. */
export function requestOf(delivery: Body<'DeliveryBody'>, destination: string): string {
  const address = addressOf(destination)
  const head = [
    `POST ${address === undefined ? destination : `${address.pathname}${address.search}`} HTTP/1.1`,
    ...(address === undefined ? [] : [`Host: ${address.host}`]),
    'Content-Type: application/json',
    `Hotline-Event: ${delivery.kind}`,
    `Hotline-Delivery: ${delivery.id}`,
    `Idempotency-Key: ${delivery.event}`,
    'Hotline-Signature: t=…,v1=…',
  ]
  return `${head.join('\n')}\n\n${JSON.stringify(delivery.payload, undefined, 2)}`
}

function addressOf(destination: string): URL | undefined {
  try {
    return new URL(destination)
  } catch {
    return undefined
  }
}
