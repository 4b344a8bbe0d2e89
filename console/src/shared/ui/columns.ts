/** A column of a table of records. What is more than words stands in the slot of its key. */
export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly text?: (row: Row) => string | number | undefined
  /** Numbers and amounts stand to the right. */
  readonly right?: boolean
  /** Identifiers, hashes: in a face of even width. */
  readonly code?: boolean
}
