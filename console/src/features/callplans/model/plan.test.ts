import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { zh } from '../text/zh'
import { addStep, connect, copySteps, freeName, pasteSteps, removeSteps, renameStep } from './edit'
import { sample, samples } from './fixtures'
import { edgeId, graphOf, sizeOf, ARRIVAL } from './graph'
import { at, isObject, list, member, put, type JsonObject } from './json'
import { freshStep, kinds } from './kinds'
import { laidOut } from './layout'
import { kindOf, lead, readPlan, start, stepOf, steps, ways, writePlan } from './plan'
import { PlanSchema } from './schema'

const document = JSON.parse(readFileSync('../server/src/main/resources/callplans/plan.schema.json', 'utf8')) as JsonObject

describe.each(samples)('%s', (_, plan) => {
  it('is written back unchanged', () => {
    expect(readPlan(writePlan(plan))).toEqual(plan)
  })

  it('keeps each step when every way is led where it leads already', () => {
    for (const step of steps(plan).values()) {
      expect(ways(step).reduce((one, way) => lead(one, way, way.to), step)).toEqual(step)
    }
  })

  it('has an edge for each way to a step, and one for the caller who arrives', () => {
    const graph = graphOf(plan)
    expect(graph.nodes.map((node) => node.id)).toEqual([...steps(plan).keys()])
    expect(graph.edges.length).toBe(1 + graph.nodes.flatMap((node) => node.ways.filter((way) => way.to !== '')).length)
    expect(new Set(graph.edges.map((edge) => edge.id)).size).toBe(graph.edges.length)
    expect(graph.edges[0]).toMatchObject({ from: ARRIVAL, to: start(plan) })
  })

  it('finds every way that names a step', () => {
    const names = new Set(steps(plan).keys())
    const named = (part: unknown): string[] => (typeof part === 'string' ? (names.has(part) ? [part] : []) : typeof part === 'object' && part !== null ? Object.values(part).flatMap(named) : [])
    for (const [name, step] of steps(plan)) {
      const others = Object.fromEntries(Object.entries(step).filter(([member]) => !['type', 'tags', 'into', 'prompts'].includes(member)))
      expect(ways(step).map((way) => way.to).filter((to) => to !== '').sort(), name).toEqual(named(others).sort())
    }
  })

  it('is laid out so that no step covers another', () => {
    const graph = graphOf(plan)
    const spots = laidOut(graph)
    const boxes = graph.nodes.map((node) => ({ id: node.id, ...(spots.get(node.id) ?? { x: NaN, y: NaN }), ...sizeOf(node) }))
    const covered = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height))
    expect(covered).toEqual([])
    expect(boxes.every((box) => Number.isFinite(box.x))).toBe(true)
  })

  it('is the same after a step was renamed there and back', () => {
    const [name = ''] = steps(plan).keys()
    const away = renameStep(plan, name, 'elsewhere')
    expect(JSON.stringify(away)).not.toContain(`"${name}"`)
    expect(renameStep(away, 'elsewhere', name)).toEqual(plan)
  })
})

test('a step that goes takes the ways to it along, and keys keep their place', () => {
  const plan = removeSteps(sample('every-kind.json'), new Set(['sorry']))
  expect(stepOf(plan, 'sorry')).toBeUndefined()
  expect(at(plan, ['steps', 'menu', 'keys', '*'])).toBe('')
  expect(at(plan, ['steps', 'menu', 'otherwise'])).toBeUndefined()
  expect(at(plan, ['settings', 'fallbackStep'])).toBeUndefined()
  expect(stepOf(plan, 'one')).toBe(stepOf(sample('every-kind.json'), 'one'))
})

test('a key that chooses a language keeps it when it is led elsewhere', () => {
  const plan = connect(sample('every-kind.json'), 'menu', 'keys/9/to', 'bye')
  expect(at(plan, ['steps', 'menu', 'keys', '9'])).toEqual({ to: 'bye', language: 'en-US' })
})

test('what is pasted has names of its own and leads among itself', () => {
  const plan = sample('every-kind.json')
  const made = pasteSteps(plan, copySteps(plan, new Set(['say', 'one'])))
  expect([...(made?.names ?? [])]).toEqual([
    ['say', 'say-2'],
    ['one', 'one-2'],
  ])
  expect(made && at(made.plan, ['steps', 'say-2', 'next'])).toBe('one-2')
  expect(made && at(made.plan, ['steps', 'one-2', 'busy'])).toBe('many')
  expect(pasteSteps(plan, 'some text')).toBeUndefined()
})

test('what is pasted into another plan leads nowhere where it led to steps that are not there', () => {
  const made = pasteSteps({ start: '', steps: {} }, copySteps(sample('every-kind.json'), new Set(['say'])))
  expect(made?.plan).toEqual({ start: 'say', steps: { say: { type: 'announce', prompts: [{ say: 'time', value: '${call.time}' }] } } })
})

test('a new step has a name that nobody has', () => {
  const plan = addStep(addStep({ start: '', steps: {} }, 'menu', { type: 'menu' }), 'menu-2', { type: 'menu' })
  expect([start(plan), freeName(plan, 'menu'), freeName(plan, 'menu-2')]).toEqual(['menu', 'menu-3', 'menu-3'])
})

test('a part of a list can be changed, added and taken out', () => {
  const whole = { list: [1, 2, 3] }
  expect(put(whole, ['list', 1], 9)).toEqual({ list: [1, 9, 3] })
  expect(put(whole, ['list', 3], 4)).toEqual({ list: [1, 2, 3, 4] })
  expect(put(whole, ['list', 0], undefined)).toEqual({ list: [2, 3] })
  expect(whole).toEqual({ list: [1, 2, 3] })
})

describe('the schema', () => {
  const schema = new PlanSchema(document)

  it('knows every kind of step that the designer offers, and the other way round', () => {
    const offered = kinds.map((kind) => kind.name).sort()
    expect(list(member(schema.definition('step'), 'oneOf')).map((one) => String(member(one, '$ref')).replace('#/$defs/step-', '')).sort()).toEqual(offered)
    expect(Object.keys(zh.plan.kinds).sort()).toEqual(offered)
    expect(kinds.map((kind) => kindOf(freshStep(kind)))).toEqual(kinds.map((kind) => kind.name))
  })

  it('has a form for every part, with words', () => {
    const seen = new Set<string>()
    const look = (part: JsonObject, name: string): void => {
      const whole = schema.resolved(part)
      if (name !== '') {
        expect(schema.widget(part), name).not.toBe('unknown')
        expect(Object.keys(zh.plan.fields), name).toContain(name)
        seen.add(name)
      }
      for (const one of list(whole.oneOf).filter(isObject)) {
        look(one, '')
      }
      for (const choice of list(whole.enum).map(String)) {
        if (name !== 'type') {
          expect(Object.keys(zh.plan.choices), name).toContain(choice)
        }
      }
      if (isObject(whole.items) && !['phrases', 'prompts'].includes(schema.widget(part))) {
        look(whole.items, '')
      }
      for (const [child, inner] of Object.entries(isObject(whole.properties) ? whole.properties : {})) {
        if (isObject(inner) && child !== 'type') {
          look(inner, child)
        }
      }
    }
    kinds.forEach((kind) => look(schema.step(kind.name), ''))
    look(schema.settings(), '')
    expect(seen.size).toBeGreaterThan(80)
  })

  it('complains of what it does not allow', () => {
    const ring = member(member(schema.definition('target'), 'properties'), 'ringSeconds')
    expect(isObject(ring) && schema.complaint(ring, 4)).toEqual({ code: 'least', bound: 5 })
    expect(schema.complaint({ $ref: '#/$defs/clock' }, '9:00')).toEqual({ code: 'pattern' })
    expect(schema.complaint({ $ref: '#/$defs/clock' }, '24:00')).toBeUndefined()
  })
})

test('edges are named by the step and the way', () => {
  expect(edgeId('menu', 'keys/1')).toBe('menu:keys/1')
})
