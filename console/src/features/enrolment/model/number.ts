/** A number as people write it: `400-617-3952`. What is none stays what it is. */
export function display(text: string | undefined): string {
  const digits = (text ?? '').replace(/\D/g, '')
  return digits.length === 10 ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : (text ?? '')
}
