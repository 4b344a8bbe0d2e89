import type { Hours } from './answers'
import { freeName } from './edit'
import { isObject, isSame, list, member, put, text, type Json, type JsonObject } from './json'
import { kindOf, start, stepOf, steps, type Plan, type Step } from './plan'

/** What a caller gets whom nobody answers: a prompt, and then a message is taken or the call ends. */
export interface Ending {
  readonly does: 'message' | 'say'
  readonly prompt: string
}

export const orders = ['sequential', 'all-at-once', 'round-robin', 'least-recent', 'random'] as const

/** “Forward to these phones in these hours, and otherwise say this.” */
export interface Simple {
  readonly phones: readonly string[]
  readonly order: string
  readonly ringSeconds: number
  /** The answerer must press 1. */
  readonly accept: boolean
  readonly always: boolean
  readonly hours: readonly Hours[]
  readonly holidaysClosed: boolean
  readonly closed: Ending
  readonly unanswered: Ending
}

export function usualSimple(): Simple {
  const message: Ending = { does: 'message', prompt: 'system-voicemail' }
  return {
    phones: [''],
    order: 'sequential',
    ringSeconds: 20,
    accept: false,
    always: false,
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }],
    holidaysClosed: false,
    closed: message,
    unanswered: message,
  }
}

/** The steps of a plan that is simple, by what they do in it. */
interface Parts {
  readonly schedule?: string
  readonly staff: string
  readonly closed?: string
  readonly unanswered: string
}

function parts(plan: Plan): Parts | undefined {
  const first = stepOf(plan, start(plan))
  const schedule = first !== undefined && kindOf(first) === 'schedule' ? first : undefined
  const staff = schedule === undefined ? start(plan) : text(schedule.open)
  const found: Parts = {
    ...(schedule === undefined ? {} : { schedule: start(plan), closed: text(schedule.closed) }),
    staff,
    unanswered: text(member(stepOf(plan, staff), 'otherwise')),
  }
  const names = new Set(Object.values(found))
  return names.size === steps(plan).size && isSimple(plan, found) ? found : undefined
}

function isSimple(plan: Plan, { schedule, staff, closed, unanswered }: Parts): boolean {
  const hours = schedule === undefined ? undefined : stepOf(plan, schedule)
  const team = stepOf(plan, staff)
  return (
    team !== undefined &&
    kindOf(team) === 'distribute' &&
    team.afterTalk === undefined &&
    orders.some((order) => order === text(team.strategy ?? 'sequential')) &&
    (hours === undefined || (hours.holiday === undefined && list(hours.periods).every((period) => !list(member(period, 'days')).includes('holiday')))) &&
    (closed === undefined || endingOf(plan, closed) !== undefined) &&
    endingOf(plan, unanswered) !== undefined
  )
}

function endingOf(plan: Plan, name: string): Ending | undefined {
  const step = stepOf(plan, name)
  const does = step === undefined ? undefined : ({ voicemail: 'message', 'hang-up': 'say' } as const)[kindOf(step)]
  const said = list(does === 'message' ? step?.greeting : step?.prompts)
  return does === undefined || said.length > 1 || said.some((one) => typeof one !== 'string') ? undefined : { does, prompt: text(said[0]) || (does === 'message' ? 'system-voicemail' : '') }
}

/** A plan as simple forwarding, or undefined where it is more than that. */
export function readSimple(plan: Plan): Simple | undefined {
  const found = parts(plan)
  if (found === undefined) {
    return undefined
  }
  const hours = found.schedule === undefined ? undefined : stepOf(plan, found.schedule)
  const team = stepOf(plan, found.staff)
  const targets = list(team?.targets)
  const ring = member(targets[0], 'ringSeconds') ?? member(plan.settings, 'ringSeconds')
  const unanswered = endingOf(plan, found.unanswered) ?? usualSimple().unanswered
  return {
    phones: targets.map((target) => text(member(target, 'to'))),
    order: text(team?.strategy ?? 'sequential'),
    ringSeconds: typeof ring === 'number' ? ring : 15,
    accept: targets.some((target) => member(target, 'acceptKey') !== undefined),
    always: hours === undefined,
    hours: hours === undefined ? usualSimple().hours : list(hours.periods).map(hoursOf),
    holidaysClosed: hours?.holidays === 'closed',
    closed: (found.closed === undefined ? undefined : endingOf(plan, found.closed)) ?? unanswered,
    unanswered,
  }
}

function hoursOf(period: Json): Hours {
  return { days: list(member(period, 'days')).map(text), from: text(member(period, 'from')), to: text(member(period, 'to')) }
}

/** The plan that does what simple forwarding says. Of a plan that is simple already, what did not change stays as it is. */
export function writeSimple(simple: Simple, plan: Plan): Plan {
  const before = readSimple(plan)
  if (before !== undefined && isSame(before as unknown as Json, simple as unknown as Json)) {
    return plan
  }
  const found = before === undefined ? undefined : parts(plan)
  const names = { schedule: found?.schedule ?? 'hours', staff: found?.staff ?? 'staff', closed: found?.closed ?? 'closed', unanswered: found?.unanswered ?? 'unanswered' }
  if (names.closed === names.unanswered && !isSame({ ...simple.closed }, { ...simple.unanswered })) {
    names.closed = freeName(plan, 'closed')
  }
  const old = (name: string): Step => (found === undefined ? {} : (stepOf(plan, name) ?? {}))
  const made: JsonObject = {
    ...(simple.always ? {} : { [names.schedule]: schedule(old(names.schedule), simple, names) }),
    [names.staff]: staff(old(names.staff), simple, before, names.unanswered),
    ...(simple.always ? {} : { [names.closed]: ending(old(names.closed), simple.closed) }),
    [names.unanswered]: ending(old(names.unanswered), simple.unanswered),
  }
  const kept = before === undefined ? { settings: plan.settings ?? { charging: 'ringback' } } : Object.fromEntries(Object.entries(plan).filter(([name]) => name !== 'examples'))
  const start = simple.always ? names.staff : names.schedule
  return allowAttempts({ ...kept, start, steps: made }, simple.order === 'all-at-once' ? 1 : simple.phones.length)
}

/** Each phone is to have its turn: a call rings three by default. */
function allowAttempts(plan: Plan, phones: number): Plan {
  const attempts = member(plan.settings, 'attempts') ?? 3
  return typeof attempts === 'number' && attempts < Math.min(phones, 20) ? put(plan, ['settings', 'attempts'], Math.min(phones, 20)) : plan
}

function schedule(old: Step, simple: Simple, names: { staff: string; closed: string }): Step {
  const holidays: JsonObject = simple.holidaysClosed ? { holidays: 'closed' } : old.holidays === undefined ? {} : { holidays: 'as-usual' }
  return { type: 'schedule', ...old, periods: simple.hours.map((hours) => ({ ...hours })), ...holidays, open: names.staff, closed: names.closed }
}

function staff(old: Step, simple: Simple, before: Simple | undefined, unanswered: string): Step {
  const targets = simple.phones.map((phone) => {
    const known = list(old.targets).find((target) => text(member(target, 'to')) === phone)
    return target(isObject(known) ? known : { to: phone }, simple, before)
  })
  const strategy: JsonObject = simple.order === 'sequential' && old.strategy === undefined ? {} : { strategy: simple.order }
  return { type: 'distribute', ...old, targets, ...strategy, otherwise: unanswered }
}

function target(old: JsonObject, simple: Simple, before: Simple | undefined): JsonObject {
  const ring: JsonObject = before?.ringSeconds === simple.ringSeconds && (old.ringSeconds !== undefined || before.phones.includes(text(old.to))) ? {} : { ringSeconds: simple.ringSeconds }
  const without = simple.accept ? old : Object.fromEntries(Object.entries(old).filter(([name]) => name !== 'acceptKey'))
  const accept: JsonObject = simple.accept ? { acceptKey: text(old.acceptKey) || '1' } : {}
  return { ...without, ...ring, ...accept }
}

function ending(old: Step, { does, prompt }: Ending): Step {
  const said = prompt === '' ? undefined : [prompt]
  const type = does === 'message' ? 'voicemail' : 'hang-up'
  const name = does === 'message' ? 'greeting' : 'prompts'
  return put<Step>(kindOf(old) === type ? old : { type }, [name], said)
}
