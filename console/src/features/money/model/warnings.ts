import { micro, percent } from './amounts'

/** What somebody who pays should know now, worst first. */
export type Warning =
  | { readonly kind: 'overdue'; readonly open: string; readonly bills: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'open'; readonly open: string; readonly bills: number }
  | { readonly kind: 'cost-cap'; readonly percent: number }
  | { readonly kind: 'minutes' }

export interface Facts {
  readonly available: string
  readonly monthCost: string
  readonly secondsLeft: number
  readonly contracts: number
  readonly costCap?: string | undefined
  readonly openBills: readonly { readonly open: string; readonly due?: string | undefined }[]
  readonly sumOpen: string
  /** `2026-11-27` */
  readonly today: string
}

const NEAR_CAP = 80

export function warnings(facts: Facts): Warning[] {
  const overdue = facts.openBills.filter((bill) => bill.due !== undefined && bill.due < facts.today)
  const told: Warning[] = []
  if (overdue.length > 0) {
    told.push({ kind: 'overdue', open: facts.sumOpen, bills: overdue.length })
  } else if (facts.openBills.length > 0) {
    told.push({ kind: 'open', open: facts.sumOpen, bills: facts.openBills.length })
  }
  if (facts.contracts > 0 && facts.secondsLeft === 0) {
    told.push(micro(facts.available) <= 0n ? { kind: 'empty' } : { kind: 'minutes' })
  }
  if (facts.costCap !== undefined && percent(facts.monthCost, facts.costCap) >= NEAR_CAP) {
    told.push({ kind: 'cost-cap', percent: percent(facts.monthCost, facts.costCap) })
  }
  return told
}
