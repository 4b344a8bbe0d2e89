import { at, isObject, list, member, put, text, type Json, type JsonObject } from './json'
import { lead, start, stepOf, steps, ways, type Plan, type Step } from './plan'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function isName(name: string): boolean {
  return name.length <= 64 && NAME.test(name)
}

/** `menu`, `menu-2`, `menu-3`: the first that no step has. */
export function freeName(plan: Plan, wanted: string, besides: ReadonlySet<string> = new Set()): string {
  const taken = steps(plan)
  const stem = wanted.replace(/-\d+$/, '').slice(0, 58)
  const isFree = (name: string): boolean => !taken.has(name) && !besides.has(name)
  if (isFree(wanted)) {
    return wanted
  }
  for (let count = 2; ; count++) {
    if (isFree(`${stem}-${count}`)) {
      return `${stem}-${count}`
    }
  }
}

export function addStep(plan: Plan, name: string, step: Step): Plan {
  const first = steps(plan).size === 0 || start(plan) === ''
  const added = put(plan, ['steps', name], step)
  return first ? { ...added, start: name } : added
}

export function connect(plan: Plan, from: string, wayId: string, to: string): Plan {
  const step = stepOf(plan, from)
  const way = step === undefined ? undefined : ways(step).find((one) => one.id === wayId)
  return step === undefined || way === undefined ? plan : put(plan, ['steps', from], lead(step, way, to))
}

/** Every step, with the ways through `redirect`; steps that lead where they did are the same objects. */
function redirected(plan: Plan, redirect: (to: string) => string): Plan {
  let changed = plan
  for (const [name, step] of steps(plan)) {
    const after = ways(step).reduce((one, way) => (redirect(way.to) === way.to ? one : lead(one, way, redirect(way.to))), step)
    if (after !== step) {
      changed = put(changed, ['steps', name], after)
    }
  }
  const fallback = text(at(plan, ['settings', 'fallbackStep']))
  return fallback === redirect(fallback) ? changed : put(changed, ['settings', 'fallbackStep'], redirect(fallback) || undefined)
}

/** Without these steps; ways that led to them lead nowhere. */
export function removeSteps(plan: Plan, names: ReadonlySet<string>): Plan {
  const all = at(plan, ['steps'])
  const kept = Object.fromEntries(Object.entries(isObject(all) ? all : {}).filter(([name]) => !names.has(name)))
  const rest: Plan = { ...plan, steps: kept, start: names.has(start(plan)) ? (Object.keys(kept)[0] ?? '') : start(plan) }
  return redirected(rest, (to) => (names.has(to) ? '' : to))
}

/** Another name for a step, wherever the plan says it: ways, start, fallback, and the paths that examples expect. */
export function renameStep(plan: Plan, from: string, to: string): Plan {
  const all = at(plan, ['steps'])
  const named = Object.fromEntries(Object.entries(isObject(all) ? all : {}).map(([name, step]) => [name === from ? to : name, step]))
  const renamed = redirected({ ...plan, steps: named, start: start(plan) === from ? to : start(plan) }, (name) => (name === from ? to : name))
  return plan.examples === undefined ? renamed : { ...renamed, examples: list(plan.examples).map((example) => expecting(example, from, to)) }
}

function expecting(example: Json, from: string, to: string): Json {
  const path = at(example, ['expect', 'path'])
  return Array.isArray(path) && path.includes(from) ? put(example, ['expect', 'path'], path.map((name) => (name === from ? to : name))) : example
}

const MARK = 'hotline400/steps'

/** Steps as a text that can be pasted here or into the plan of another number. */
export function copySteps(plan: Plan, names: ReadonlySet<string>): string {
  const copied = Object.fromEntries([...steps(plan)].filter(([name]) => names.has(name)))
  return JSON.stringify({ [MARK]: copied }, undefined, 2)
}

/** The plan with what was copied under names of its own, and these names; ways among what was copied stay among it. */
export function pasteSteps(plan: Plan, clipboard: string): { plan: Plan; names: ReadonlyMap<string, string> } | undefined {
  let copied: Json | undefined
  try {
    copied = member(JSON.parse(clipboard) as Json, MARK)
  } catch {
    return undefined
  }
  if (!isObject(copied)) {
    return undefined
  }
  const names = new Map<string, string>()
  for (const name of Object.keys(copied)) {
    if (isName(name) && isObject(copied[name])) {
      names.set(name, freeName(plan, name, new Set(names.values())))
    }
  }
  return names.size === 0 ? undefined : { plan: pasted(plan, copied, names), names }
}

function pasted(plan: Plan, copied: JsonObject, names: ReadonlyMap<string, string>): Plan {
  const there = steps(plan)
  let whole = plan
  for (const [name, fresh] of names) {
    const step = copied[name]
    if (isObject(step)) {
      const to = (old: string): string => names.get(old) ?? (there.has(old) ? old : '')
      whole = addStep(
        whole,
        fresh,
        ways(step).reduce((one, way) => (to(way.to) === way.to ? one : lead(one, way, to(way.to))), step),
      )
    }
  }
  return whole
}
