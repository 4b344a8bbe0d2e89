import { at, isObject, list, member, put, text, type Json, type JsonObject, type Path } from './json'

/** A call plan's document. Parts that the console does not know stay as they are. */
export type Plan = JsonObject
export type Step = JsonObject

/** A way on from a step to another one. */
export interface Way {
  /** Unique among the step's ways: the path within it, parted by slashes. */
  readonly id: string
  readonly path: Path
  /** The member that it is: `open`, `otherwise`; `keys` and `cases` for those that there may be many of. */
  readonly member: string
  /** The key of a menu, or the number of a case. */
  readonly of?: string | undefined
  /** Empty while it leads nowhere. */
  readonly to: string
  readonly required: boolean
}

interface Shape {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const shapes: Readonly<Record<string, Shape>> = {
  schedule: { required: ['open', 'closed'], optional: ['holiday'] },
  region: { required: ['otherwise'], optional: [] },
  list: { required: ['otherwise'], optional: [] },
  branch: { required: ['otherwise'], optional: [] },
  menu: { required: ['otherwise'], optional: [] },
  collect: { required: ['next', 'otherwise'], optional: [] },
  announce: { required: ['next'], optional: [] },
  distribute: { required: [], optional: ['otherwise', 'afterTalk'] },
  dial: { required: [], optional: ['busy', 'noAnswer', 'unreachable', 'otherwise', 'afterTalk'] },
  voicemail: { required: [], optional: [] },
  survey: { required: [], optional: ['next'] },
  http: { required: ['next', 'failed'], optional: [] },
  set: { required: ['next'], optional: [] },
  'hang-up': { required: [], optional: [] },
}

/** Plans of earlier releases have other names for two kinds. */
const formerly: Readonly<Record<string, string>> = { hours: 'schedule', forward: 'distribute' }

export function kindOf(step: Json | undefined): string {
  const type = text(member(step, 'type'))
  return formerly[type] ?? type
}

export function steps(plan: Plan): ReadonlyMap<string, Step> {
  const all = member(plan, 'steps')
  return new Map(isObject(all) ? Object.entries(all).filter((entry): entry is [string, Step] => isObject(entry[1])) : [])
}

export function stepOf(plan: Plan, name: string): Step | undefined {
  const step = at(plan, ['steps', name])
  return isObject(step) ? step : undefined
}

export function start(plan: Plan): string {
  return text(plan.start)
}

export function ways(step: Step): Way[] {
  const shape = shapes[kindOf(step)]
  if (shape === undefined) {
    return []
  }
  const single = (name: string, required: boolean): Way => ({ id: name, path: [name], member: name, to: text(member(step, name)), required })
  const [before, after] = [shape.required, shape.optional]
  return [...keys(step), ...cases(step), ...before.map((name) => single(name, true)), ...after.map((name) => single(name, false))]
}

function keys(step: Step): Way[] {
  const all = kindOf(step) === 'menu' ? member(step, 'keys') : undefined
  return Object.entries(isObject(all) ? all : {})
    .sort(([one], [other]) => '1234567890*#'.indexOf(one) - '1234567890*#'.indexOf(other))
    .map(([key, to]) => {
      const path = isObject(to) ? ['keys', key, 'to'] : ['keys', key]
      return { id: path.join('/'), path, member: 'keys', of: key, to: text(isObject(to) ? member(to, 'to') : to), required: true }
    })
}

function cases(step: Step): Way[] {
  return list(member(step, 'cases')).map((one, index) => ({
    id: `cases/${index}/to`,
    path: ['cases', index, 'to'],
    member: 'cases',
    of: String(index + 1),
    to: text(member(one, 'to')),
    required: true,
  }))
}

/** The step with a way that leads elsewhere, or nowhere. */
export function lead(step: Step, way: Way, to: string): Step {
  const gone = to === '' && way.member !== 'keys' && way.member !== 'cases'
  return put(step, way.path, gone ? undefined : to)
}

/** Reads a document's text. */
export function readPlan(document: string): Plan | undefined {
  try {
    const read = JSON.parse(document) as Json
    return isObject(read) ? read : undefined
  } catch {
    return undefined
  }
}

export function writePlan(plan: Plan): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`
}
