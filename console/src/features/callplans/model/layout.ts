import { graphlib, layout } from '@dagrejs/dagre'
import { ARRIVAL, sizeOf, type Graph } from './graph'

export interface Spot {
  readonly x: number
  readonly y: number
}

export type Spots = ReadonlyMap<string, Spot>

/** Lays a plan out from left to right, so that no step covers another one. */
export function laidOut(graph: Graph): Spots {
  const drawn = new graphlib.Graph()
  drawn.setGraph({ rankdir: 'LR', ranksep: 64, nodesep: 36, marginx: 20, marginy: 20 })
  drawn.setDefaultEdgeLabel(() => ({}))
  drawn.setNode(ARRIVAL, { width: 96, height: 44 })
  for (const node of graph.nodes) {
    drawn.setNode(node.id, sizeOf(node))
  }
  for (const edge of graph.edges) {
    drawn.setEdge(edge.from, edge.to)
  }
  layout(drawn)
  const flip = isUpsideDown(graph, (id) => drawn.node(id).y) ? -1 : 1
  return new Map(
    drawn.nodes().map((id) => {
      const { x, y, width, height } = drawn.node(id)
      return [id, { x: Math.round(x - width / 2), y: Math.round(flip * y - height / 2) }]
    }),
  )
}

/** Whether the ways of a step lead further up the further down they stand, more often than not: key 9 above key 1. */
function isUpsideDown(graph: Graph, y: (id: string) => number): boolean {
  let down = 0
  for (const node of graph.nodes) {
    const heights = node.ways.filter((way) => graph.edges.some((edge) => edge.from === node.id && edge.to === way.to)).map((way) => y(way.to))
    heights.slice(1).forEach((height, index) => (down += Math.sign(height - (heights[index] ?? height))))
  }
  return down < 0
}

/** Where a step that has no place yet may go: beside the one it comes from, below whatever is there. */
export function freeSpot(spots: Spots, beside?: string): Spot {
  const from = beside === undefined ? undefined : spots.get(beside)
  const all = [...spots.values()]
  const x = from === undefined ? Math.min(0, ...all.map((spot) => spot.x)) + 130 : from.x + 320
  const near = all.filter((spot) => Math.abs(spot.x - x) < 240)
  const wanted = from?.y ?? 0
  return near.every((spot) => Math.abs(spot.y - wanted) > 150) ? { x, y: wanted } : { x, y: Math.max(...near.map((spot) => spot.y)) + 190 }
}
