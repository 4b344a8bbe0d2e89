import { start, steps, ways, kindOf, type Plan, type Step, type Way } from './plan'

/** Stands for the caller who arrives; no step can be called so. */
export const ARRIVAL = '_arrival'

export interface GraphNode {
  readonly id: string
  readonly kind: string
  readonly step: Step
  readonly ways: readonly Way[]
}

export interface GraphEdge {
  readonly id: string
  readonly from: string
  /** The way's id. */
  readonly way: string
  readonly to: string
}

/** What a plan looks like: its steps, and the ways among those that are there. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

export function edgeId(from: string, way: string): string {
  return `${from}:${way}`
}

export function graphOf(plan: Plan): Graph {
  const all = steps(plan)
  const nodes = [...all].map(([id, step]) => ({ id, kind: kindOf(step), step, ways: ways(step) }))
  const edges = nodes.flatMap((node) =>
    node.ways.filter((way) => all.has(way.to)).map((way) => ({ id: edgeId(node.id, way.id), from: node.id, way: way.id, to: way.to })),
  )
  const first = start(plan)
  return { nodes, edges: all.has(first) ? [{ id: edgeId(ARRIVAL, 'start'), from: ARRIVAL, way: 'start', to: first }, ...edges] : edges }
}

const WIDTH = 232
const HEAD = 62
const ROW = 24

/** A step's size on the canvas, in pixels; the same numbers stand in its styles. */
export function sizeOf(node: Pick<GraphNode, 'ways'>): { width: number; height: number } {
  return { width: WIDTH, height: HEAD + node.ways.length * ROW + (node.ways.length > 0 ? 8 : 0) }
}
