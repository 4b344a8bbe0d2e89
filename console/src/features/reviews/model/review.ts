import { api, ask, type Body } from '@/shared/api/client'
import type { Mark } from './differences'

export type Review = Body<'ReviewBody'>
export type Paper = Body<'PaperFileBody'>

/** A kind of paper: what it is called, its files that count. */
export interface Kind {
  readonly kind: string
  readonly subject: string
  readonly zh: string
  readonly en: string
  readonly files: readonly Paper[]
}

/** The papers that an application needs, in the checklist's order, then whatever else was sent. */
export function kinds(needed: readonly Body<'ApplicationLookPaperBody'>[], sent: readonly Paper[]): Kind[] {
  const counting = sent.filter((one) => one.counts).sort((one, other) => one.place - other.place)
  const rest = [...new Map(counting.filter((one) => !needed.some((need) => need.kind === one.kind)).map((one) => [one.kind, { kind: one.kind, zh: one.name, en: one.nameEnglish }])).values()]
  return [...needed, ...rest].map(({ kind, zh, en }) => ({ kind, subject: `papers.${kind}`, zh, en, files: counting.filter((one) => one.kind === kind) }))
}

/** Why nothing is said of a file: nobody should take silence for soundness. */
function notRead(state: string): { zh: string; en: string } {
  return state === 'failed' ? { zh: '机器没能读这份文件，请仔细查看。', en: 'A machine could not read this file: look closely.' } : { zh: '机器还在读这份文件。', en: 'A machine is still reading this file.' }
}

/** Facts of each field and paper, and what a machine noticed in the files. */
export function known(review: Review): Map<string, Mark[]> {
  return new Map(
    review.fields.map((field) => [
      field.subject,
      [
        ...field.facts.map((words): Mark => ({ kind: 'fact', words })),
        ...field.papers.flatMap((paper) => [...paper.hints, ...(paper.hintsState === 'done' ? [] : [notRead(paper.hintsState)])].map((words): Mark => ({ kind: 'hint', words }))),
      ],
    ]),
  )
}

/** What a reviewer may do with an application now. */
export interface Options {
  readonly take: boolean
  readonly decide: boolean
  readonly retry: boolean
}

export function options(review: Review, me: string | undefined, writes: boolean): Options {
  const mine = review.application.state === 'in-review' && review.reviewer === me
  return {
    take: writes && (review.application.state === 'paid' || (review.application.state === 'submitted' && review.application.payment === 'after-review')),
    decide: writes && mine,
    retry: writes && review.provisioning !== undefined && review.provisioning.doneAt === undefined && (review.provisioning.problem !== undefined || review.provisioning.givenUp),
  }
}

/** Everything that stands on the desk with an application. */
export async function papersOf(id: string): Promise<Kind[]> {
  const path = { params: { path: { id } } }
  const [checklist, papers] = await Promise.all([ask(api.GET('/api/v1/applications/{id}/checklist', path)), ask(api.GET('/api/v1/applications/{id}/papers', path))])
  return kinds(checklist.papers, papers.items)
}
