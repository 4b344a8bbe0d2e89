/** A movement on a bank account or at a provider. */
export interface Move {
  readonly id: string
  readonly kind: string
  readonly amount: string
  readonly reference: string
  readonly on: string
  readonly note: string
  readonly by: string
  readonly at: string
}
