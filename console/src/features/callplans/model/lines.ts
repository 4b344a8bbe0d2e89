import type { Finding } from './findings'
import { fromPointer, member, text, type Json, type Path } from './json'

/** The lines that the check wants confirmed. A finding points at a target, at its number, or at a step with targets. */
export function linesToConfirm(findings: readonly Finding[], part: (path: Path) => Json | undefined): string[] {
  const lines = findings
    .filter((finding) => finding.code === 'plan.target-unconfirmed')
    .flatMap((finding) => {
      const found = part(fromPointer(finding.path))
      const named = finding.message.match(/\b0?\d{10,12}\b/)?.[0]
      return [text(found) || text(member(found, 'to')) || named || '']
    })
  return [...new Set(lines.filter((line) => line !== ''))]
}

