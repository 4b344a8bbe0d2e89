/** A new key for a request, so that sending it twice does its work once. Also where the page came without TLS, which has no `randomUUID`. */
export function requestKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
