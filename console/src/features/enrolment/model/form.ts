import type { Body } from '@/shared/api/client'

export interface Person {
  name: string
  document: string
  number: string
  until: string
  mobile: string
  mail: string
}

/** A form while it is being filled in: what is not there yet is an empty text. */
export interface Draft {
  entity: string
  trade: string
  company: { name: string; creditCode: string; licenceFrom: string; licenceUntil: string; address: string }
  legalRepresentative: Person
  handler: Person
  choice: { number: string; tariff: string; termMonths: number | undefined; purpose: string; forwardTo: string[] }
}

export const steps = ['kind', 'company', 'persons', 'service', 'papers', 'check'] as const
export type Step = (typeof steps)[number]

export const personFields = ['name', 'document', 'number', 'until', 'mobile', 'mail'] as const

function person(body: Body<'FormPersonBody'> | undefined): Person {
  return {
    name: body?.name ?? '',
    document: body?.document ?? '',
    number: body?.number ?? '',
    until: body?.until ?? '',
    mobile: body?.mobile ?? '',
    mail: body?.mail ?? '',
  }
}

export function draftOf(body: Body<'FormBody'>): Draft {
  const { company, choice } = body
  return {
    entity: body.entity ?? '',
    trade: body.trade ?? '',
    company: {
      name: company?.name ?? '',
      creditCode: company?.creditCode ?? '',
      licenceFrom: company?.licenceFrom ?? '',
      licenceUntil: company?.licenceUntil ?? '',
      address: company?.address ?? '',
    },
    legalRepresentative: person(body.legalRepresentative),
    handler: person(body.handler),
    choice: {
      number: choice?.number ?? '',
      tariff: choice?.tariff ?? '',
      termMonths: choice?.termMonths,
      purpose: choice?.purpose ?? '',
      forwardTo: choice?.forwardTo === undefined || choice.forwardTo.length === 0 ? [''] : [...choice.forwardTo],
    },
  }
}

function filled<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)) as Partial<Fields>
}

/** What is sent of it: texts without blanks around them, and nothing that is empty. */
export function bodyOf(draft: Draft): Body<'FormBody'> {
  const trimmed = <Fields extends object>(fields: Fields): Partial<Fields> =>
    filled(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])) as Fields)
  const { entity, trade, choice } = draft
  return {
    ...filled({ entity, trade }),
    company: trimmed(draft.company),
    legalRepresentative: trimmed(draft.legalRepresentative),
    handler: trimmed(draft.handler),
    choice: { ...trimmed({ ...choice, forwardTo: undefined }), forwardTo: choice.forwardTo.map((line) => line.trim()).filter((line) => line !== '') },
  }
}

/** Where a field is filled in: `choice.forwardTo[1]` belongs to the step of the service. */
export function stepOf(field: string): Step {
  if (field === 'entity' || field === 'trade' || field === 'choice.number') {
    return 'kind'
  }
  const [group] = field.split('.')
  switch (group) {
    case 'company':
      return 'company'
    case 'legalRepresentative':
    case 'handler':
      return 'persons'
    case 'choice':
      return 'service'
    case 'papers':
      return 'papers'
    default:
      return 'check'
  }
}

/** A field without the place in its list: `choice.forwardTo`. */
export function plain(field: string): string {
  return field.replace(/\[\d+\]/g, '')
}

/** Whether a reviewer's finding is about a field: about itself, or about the group that it is in. */
export function isAbout(subject: string, field: string): boolean {
  const name = plain(field)
  return name === subject || name.startsWith(`${subject}.`)
}

interface Said {
  readonly field: string
  readonly message: string
}

/**
 * What is to be told at a field. What the platform would not keep goes first, whether one has left the field or not; then what it kept though it is
 * wrong, once one has left it; then what a reviewer found.
 */
export function errorAt(
  field: string,
  said: { readonly refused: readonly Said[]; readonly wrong: readonly Said[]; readonly findings: readonly { subject: string; message: string }[]; readonly left: boolean },
): string {
  const at = (all: readonly Said[]): string | undefined => all.find((one) => one.field === field)?.message
  return at(said.refused) ?? (said.left ? at(said.wrong) : undefined) ?? said.findings.find((one) => isAbout(one.subject, field))?.message ?? ''
}

/** Whether a text was shown masked, as the platform shows persons to whoever comes back. */
export function isMasked(text: string): boolean {
  return text.includes('*')
}

export function valueAt(draft: Draft, field: string): unknown {
  return plain(field)
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), draft)
}

/** The fields that have something in them. */
export function filledIn(draft: Draft): string[] {
  const paths = [
    'entity',
    'trade',
    ...Object.keys(draft.company).map((name) => `company.${name}`),
    ...personFields.flatMap((name) => [`legalRepresentative.${name}`, `handler.${name}`]),
    ...Object.keys(draft.choice).map((name) => `choice.${name}`),
  ]
  return paths.filter((path) => {
    const value = valueAt(draft, path)
    return Array.isArray(value) ? value.some((one) => one !== '') : value !== '' && value !== undefined
  })
}
