import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'
import type { Form } from './fields'

type Entry = Body<'RegisterEntryBody'>
type Transition = Body<'ApplicationLookTransitionBody'>

/** Something worth a look beside a field or paper. */
export interface Mark {
  readonly kind: 'fact' | 'hint' | 'register' | 'earlier'
  readonly words: Both
}

function differs(filled: string | undefined, known: string | undefined): boolean {
  return filled !== undefined && filled !== '' && known !== undefined && known !== '' && filled.replace(/\s/g, '') !== known.replace(/\s/g, '')
}

/** What the register says of the same credit code, where it says otherwise than the form. */
export function againstRegister(form: Form, entries: readonly Entry[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const [latest] = entries
  if (latest === undefined) {
    return marks
  }
  const compared: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['company.name', form.company?.name, latest.company],
    ['entity', form.entity, latest.entity],
    ['trade', form.trade, latest.trade],
    ['legalRepresentative.name', form.legalRepresentative?.name, latest.legalRepresentative],
    ['handler.name', form.handler?.name, latest.handler],
  ]
  for (const [subject, filled, known] of compared) {
    if (differs(filled, known)) {
      marks.set(subject, [{ kind: 'register', words: { zh: `登记簿（${latest.number}）中为：${known ?? ''}`, en: `The register (${latest.number}) has: ${known ?? ''}` } }])
    }
  }
  return marks
}

/** What a reviewer had found before the applicant handed in again: it is to be looked at first. */
export function askedBefore(history: readonly Transition[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const asked = history.find((one) => one.event === 'ask-correction')
  for (const finding of asked?.findings ?? []) {
    marks.set(finding.subject, [...(marks.get(finding.subject) ?? []), { kind: 'earlier', words: { zh: `上次要求更正：${finding.message}`, en: `Asked to correct: ${finding.message}` } }])
  }
  return marks
}

/** All marks of several sources, by subject. */
export function together(...sources: readonly ReadonlyMap<string, readonly Mark[]>[]): Map<string, Mark[]> {
  const all = new Map<string, Mark[]>()
  for (const source of sources) {
    for (const [subject, marks] of source) {
      all.set(subject, [...(all.get(subject) ?? []), ...marks])
    }
  }
  return all
}
