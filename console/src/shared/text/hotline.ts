/** `400-881-2345`, as people write it. */
export function hotline(number: string | undefined): string {
  return (number ?? '').replace(/^(400)-?(\d{3})-?(\d{4})$/, '$1-$2-$3')
}
