import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import { addStep, freeName, removeSteps, renameStep } from './edit'
import type { Finding } from './findings'
import { graphOf, type Graph } from './graph'
import { begin, change, redo, undo, type History } from './history'
import { at, isSame, pointer, put, type Json, type Path } from './json'
import { kindNamed, freshStep } from './kinds'
import { freeSpot, laidOut, type Spot, type Spots } from './layout'
import { stepOf, steps, type Plan } from './plan'
import { PlanSchema } from './schema'

/** What is undone and redone: the plan, and where its steps stand on the canvas. */
export interface Drawing {
  readonly plan: Plan
  readonly spots: Spots
}

/** What the forms offer to choose from. */
export interface Stock {
  readonly prompts: readonly string[]
  readonly lists: readonly string[]
}

/** The plan that is being designed, and whatever is done to it. */
export interface Designer {
  readonly plan: ComputedRef<Plan>
  readonly spots: ComputedRef<Spots>
  readonly graph: ComputedRef<Graph>
  readonly selected: ShallowRef<ReadonlySet<string>>
  readonly history: ShallowRef<History<Drawing>>
  readonly findings: ShallowRef<readonly Finding[]>
  readonly schema: ShallowRef<PlanSchema>
  readonly stock: ShallowRef<Stock>
  readonly readonly: ShallowRef<boolean>
  begin(plan: Plan, spots?: Spots): void
  edit(plan: Plan, mark?: string): void
  editPart(path: Path, value: Json | undefined): void
  part(path: Path): Json | undefined
  move(spots: Spots): void
  /** Adds a step of a kind, chosen then; its name. */
  add(kind: string, spot?: Spot): string
  paste(plan: Plan, names: Iterable<string>): void
  rename(from: string, to: string): void
  remove(names: ReadonlySet<string>): void
  select(...names: string[]): void
  layOut(): void
  undo(): void
  redo(): void
}

const key: InjectionKey<Designer> = Symbol('designer')

export function useDesigner(): Designer {
  const designer = inject(key)
  if (designer === undefined) {
    throw new Error('no plan is being designed here')
  }
  return designer
}

export function provideDesigner(): Designer {
  const designer = newDesigner()
  provide(key, designer)
  return designer
}

export function newDesigner(): Designer {
  const history = shallowRef(begin<Drawing>({ plan: { start: '', steps: {} }, spots: new Map() }))
  const plan = computed(() => history.value.now.plan)
  const spots = computed(() => history.value.now.spots)
  const graph = computed(() => graphOf(plan.value))
  const selected = shallowRef<ReadonlySet<string>>(new Set())

  function to(next: Plan, places: Spots, mark?: string): void {
    history.value = change(history.value, { plan: next, spots: places }, mark)
    keepSelection()
  }

  /** What is no longer there is no longer chosen. */
  function keepSelection(): void {
    const kept = [...selected.value].filter((name) => stepOf(plan.value, name) !== undefined)
    if (kept.length !== selected.value.size) {
      selected.value = new Set(kept)
    }
  }

  /** A place for each step: those without get one below. */
  function placed(next: Plan, beside?: string): Spots {
    const places = new Map(spots.value)
    for (const name of steps(next).keys()) {
      if (!places.has(name)) {
        places.set(name, freeSpot(places, beside))
      }
    }
    return places
  }

  return {
    plan,
    spots,
    graph,
    selected,
    history,
    findings: shallowRef([]),
    schema: shallowRef(new PlanSchema({})),
    stock: shallowRef({ prompts: [], lists: [] }),
    readonly: shallowRef(false),
    begin(first, places) {
      selected.value = new Set()
      const usual = laidOut(graphOf(first))
      history.value = begin({ plan: first, spots: places === undefined ? usual : new Map([...usual, ...places]) })
    },
    edit(next, mark) {
      if (next !== plan.value) {
        to(next, placed(next), mark)
      }
    },
    editPart(path, value) {
      if (!isSame(at(plan.value, path), value)) {
        to(put(plan.value, path, value), spots.value, pointer(path))
      }
    },
    part: (path) => at(plan.value, path),
    move: (places) => to(plan.value, new Map([...spots.value, ...places])),
    add(kindName, spot) {
      const kind = kindNamed(kindName)
      const name = freeName(plan.value, kindName)
      const [beside] = selected.value
      const next = addStep(plan.value, name, kind === undefined ? { type: kindName } : freshStep(kind))
      to(next, spot === undefined ? placed(next, beside) : new Map([...spots.value, [name, spot]]))
      selected.value = new Set([name])
      return name
    },
    paste(next, names) {
      to(next, placed(next))
      selected.value = new Set(names)
    },
    rename(from, name) {
      const places = new Map([...spots.value].map(([one, spot]) => [one === from ? name : one, spot]))
      const chosen = selected.value.has(from)
      to(renameStep(plan.value, from, name), places)
      if (chosen) {
        selected.value = new Set([name])
      }
    },
    remove: (names) => to(removeSteps(plan.value, names), spots.value),
    select: (...names) => (selected.value = new Set(names)),
    layOut: () => to(plan.value, laidOut(graph.value)),
    undo() {
      history.value = undo(history.value)
      keepSelection()
    },
    redo() {
      history.value = redo(history.value)
      keepSelection()
    },
  }
}
