import type { Violation } from '@/shared/api/client'
import type { Line } from './csv'
import { canonical, fault, kindOf, type Kind } from './pattern'

export type Verdict = 'added' | 'changed' | 'same' | 'refused'

/** A row of the file, and what would become of it. */
export interface Row {
  readonly line: number
  readonly kind: Kind
  readonly pattern: string
  readonly note: string
  readonly expires: string
  readonly verdict: Verdict
  /** The key of the words that say why, or what the platform said. */
  readonly why: { readonly key: string; readonly n?: number } | { readonly said: string } | undefined
}

export interface Preview {
  readonly rows: readonly Row[]
  /** What is wrong with the file as a whole, by the key of its words. */
  readonly fault: string | undefined
}

/** An entry that is there already. */
export interface Present {
  readonly note: string
  readonly expires: string
}

const columns: Readonly<Record<string, string>> = { kind: 'kind', 类型: 'kind', pattern: 'pattern', 号码: 'pattern', note: 'note', 备注: 'note', expires: 'expires', 有效期: 'expires', pin: 'pin', 密码: 'pin' }

function placesOf(titles: readonly string[]): Map<string, number> | undefined {
  const places = new Map<string, number>()
  for (const [place, title] of titles.entries()) {
    const column = columns[title.trim()] ?? columns[title.trim().toLowerCase()]
    if (column === undefined || places.has(column)) {
      return undefined
    }
    places.set(column, place)
  }
  return places.has('pattern') ? places : undefined
}

/** A day counts to its end, in China. */
function instant(expires: string): string {
  if (expires === '') {
    return ''
  }
  const at = /^\d{4}-\d{2}-\d{2}$/.test(expires) ? Date.parse(`${expires}T00:00:00+08:00`) + 86_400_000 : Date.parse(expires)
  return Number.isNaN(at) ? 'wrong' : new Date(at).toISOString()
}

/** The entries of an export, by kind and pattern. */
export function presentOf(lines: readonly Line[]): Map<string, Present> {
  const places = placesOf(lines[0]?.cells ?? [])
  const cell = (line: Line, column: string): string => line.cells[places?.get(column) ?? -1] ?? ''
  // A spreadsheet would take some cells for formulas: these come with an apostrophe.
  const plain = (text: string): string => text.replace(/^'(?=[=+\-@\t])/, '')
  return new Map(lines.slice(1).map((line) => [`${cell(line, 'kind')}:${plain(cell(line, 'pattern'))}`, { note: plain(cell(line, 'note')), expires: instant(cell(line, 'expires')) }]))
}

/** What would become of each row, before the platform is asked. */
export function previewOf(lines: readonly Line[], present: ReadonlyMap<string, Present>): Preview {
  const [head, ...body] = lines
  if (head === undefined) {
    return { rows: [], fault: 'lists.fault.noRows' }
  }
  const places = placesOf(head.cells)
  if (places === undefined) {
    return { rows: [], fault: 'lists.fault.columns' }
  }
  const seen = new Map<string, number>()
  return { fault: body.length === 0 ? 'lists.fault.noRows' : undefined, rows: body.map((line) => rowOf(line, places, present, seen)) }
}

function rowOf(line: Line, places: ReadonlyMap<string, number>, present: ReadonlyMap<string, Present>, seen: Map<string, number>): Row {
  const cell = (column: string): string => (line.cells[places.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@\t])/, '')
  const kind = kindOf(cell('kind'))
  const pattern = canonical(kind ?? 'number', cell('pattern'))
  const row = { line: line.number, kind: kind ?? ('number' as const), pattern, note: cell('note'), expires: cell('expires') }
  const refused = (key: string, n?: number): Row => ({ ...row, verdict: 'refused', why: n === undefined ? { key } : { key, n } })
  if (line.cells.length > places.size) {
    return refused('lists.fault.cells', line.cells.length)
  }
  if (kind === undefined) {
    return refused('lists.fault.kind')
  }
  const wrong = fault(kind, pattern)
  if (wrong !== undefined) {
    return refused(`lists.fault.${wrong}`)
  }
  const until = instant(row.expires)
  if (until === 'wrong') {
    return refused('lists.fault.expires')
  }
  const id = `${kind}:${pattern}`
  const before = seen.get(id)
  if (before !== undefined) {
    return refused('lists.fault.twice', before)
  }
  seen.set(id, line.number)
  const there = present.get(id)
  if (there === undefined) {
    return { ...row, verdict: 'added', why: undefined }
  }
  const changed = there.note !== row.note ? 'lists.why.note' : there.expires !== until ? 'lists.why.expires' : undefined
  return { ...row, verdict: changed === undefined ? 'same' : 'changed', why: changed === undefined ? undefined : { key: changed } }
}

/** The platform's word goes before ours: `lines[17].pattern` is line 17. */
export function judged(rows: readonly Row[], violations: readonly Violation[]): Row[] {
  const said = new Map<number, string>()
  for (const { field, message } of violations) {
    const line = /^lines\[(\d+)\]/.exec(field)?.[1]
    if (line !== undefined) {
      said.set(Number(line), message)
    }
  }
  return rows.map((row) => {
    const words = said.get(row.line)
    return words === undefined || (row.verdict === 'refused' && row.why !== undefined) ? row : { ...row, verdict: 'refused', why: { said: words } }
  })
}

export function countOf(rows: readonly Row[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length
}

/** The file without the rows that are refused; the platform takes a file as a whole or not at all. */
export function withoutRefused(lines: readonly Line[], rows: readonly Row[]): string {
  const refused = new Set(rows.filter((row) => row.verdict === 'refused').map((row) => row.line))
  return `${lines.filter((line) => !refused.has(line.number)).map((line) => line.raw).join('\n')}\n`
}
