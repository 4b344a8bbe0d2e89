import { edgeId, ARRIVAL, type Graph } from './graph'
import { list, member, text, type JsonObject } from './json'
import { steps, type Plan } from './plan'

export const conducts = ['answers', 'busy', 'never-answers', 'declines', 'unreachable', 'failing'] as const
export type Conduct = (typeof conducts)[number]

/** An imagined call, as the form has it. */
export interface Situation {
  readonly caller: string
  /** `2026-03-03T10:00` on Chinese clocks; empty: now. */
  readonly at: string
  readonly keys: string
  readonly targets: Readonly<Record<string, Conduct>>
  readonly others: Conduct
  readonly hangsUpAfterSeconds: number | undefined
  readonly closedToday: boolean
}

export function usual(): Situation {
  return { caller: '13812345678', at: '', keys: '', targets: {}, others: 'answers', hangsUpAfterSeconds: undefined, closedToday: false }
}

/** What `plan/simulate` takes. */
export function question(situation: Situation, plan: Plan): JsonObject {
  return {
    caller: situation.caller.trim(),
    ...(situation.at === '' ? {} : { at: situation.at }),
    keys: situation.keys,
    targets: { ...situation.targets },
    others: situation.others,
    ...(situation.hangsUpAfterSeconds === undefined ? {} : { hangsUpAfterSeconds: situation.hangsUpAfterSeconds }),
    ...(situation.closedToday ? { closedToday: true } : {}),
    plan,
  }
}

/** Every line that a plan may ring, in the order of its steps. */
export function targetsOf(plan: Plan): string[] {
  const found = [...steps(plan).values()].flatMap((step) => [text(step.to), ...list(step.targets).map((target) => text(member(target, 'to')))])
  return [...new Set(found.filter((to) => to !== '' && !to.includes('$')))]
}

/** The edges that a call took, by the steps that it passed. */
export function edgesOnPath(graph: Graph, path: readonly string[], pressed: readonly (string | undefined)[] = []): ReadonlySet<string> {
  const taken = new Set<string>(path[0] === undefined ? [] : [edgeId(ARRIVAL, 'start')])
  path.slice(1).forEach((to, index) => {
    const from = path[index] ?? ''
    const between = graph.edges.filter((edge) => edge.from === from && edge.to === to)
    const key = pressed[index]
    const byKey = between.find((edge) => edge.way === `keys/${key}` || edge.way === `keys/${key}/to`)
    const edge = byKey ?? between.find((one) => !one.way.startsWith('keys/')) ?? between[0]
    if (edge !== undefined) {
      taken.add(edge.id)
    }
  })
  return taken
}

/** The key that was pressed at each step of a path, by the record's events. */
export function keysPressed(path: readonly string[], events: readonly { step: string; key?: string | undefined }[]): (string | undefined)[] {
  let from = 0
  return path.map((step) => {
    const first = events.findIndex((event, index) => index >= from && event.step === step)
    if (first < 0) {
      return undefined
    }
    let key: string | undefined
    let index = first
    for (; index < events.length && events[index]?.step === step; index++) {
      key = events[index]?.key ?? key
    }
    from = index
    return key
  })
}

