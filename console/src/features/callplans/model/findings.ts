import type { Body } from '@/shared/api/client'
import { fromPointer } from './json'

export type Finding = Body<'PlacedFinding'>

/** The step that a finding is about, or undefined where it is about the plan as a whole. */
export function stepOfFinding(finding: Pick<Finding, 'path'>): string | undefined {
  const [first, name] = fromPointer(finding.path)
  return first === 'steps' ? name : undefined
}

export type Trouble = 'error' | 'warning'

export function troubleOf(finding: Pick<Finding, 'severity'>): Trouble {
  return finding.severity === 'ERROR' ? 'error' : 'warning'
}

/** The worst that is said of each step. */
export function troubles(findings: readonly Finding[]): ReadonlyMap<string, Trouble> {
  const worst = new Map<string, Trouble>()
  for (const finding of findings) {
    const step = stepOfFinding(finding)
    if (step !== undefined && worst.get(step) !== 'error') {
      worst.set(step, troubleOf(finding))
    }
  }
  return worst
}

/** What is said of exactly this part. */
export function findingsAt(findings: readonly Finding[], path: string): Finding[] {
  return findings.filter((finding) => finding.path === path)
}

/** Errors first, then by their place in the text. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const weight = (finding: Finding): number => (finding.severity === 'ERROR' ? 0 : 1)
  return [...findings].sort((one, other) => weight(one) - weight(other) || one.line - other.line || one.column - other.column)
}
