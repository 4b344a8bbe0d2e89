import type { Json } from './json'
import type { Step } from './plan'

/** A kind of step: how it looks, and what a new one begins with. */
export interface Kind {
  readonly name: string
  /** By colour: what branches, what speaks, what connects, what ends. */
  readonly tone: 'branch' | 'say' | 'connect' | 'end' | 'data'
  /** An outline in a square of 24. */
  readonly icon: string
  readonly fresh: Readonly<Record<string, Json>>
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri']

export const kinds: readonly Kind[] = [
  { name: 'schedule', tone: 'branch', icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l4 2', fresh: { periods: [{ days: week, from: '09:00', to: '18:00' }] } },
  { name: 'menu', tone: 'say', icon: 'M5 5h2M11 5h2M17 5h2M5 11h2M11 11h2M17 11h2M5 17h2M11 17h2M17 17h2', fresh: { prompts: [], keys: { '1': '' } } },
  { name: 'announce', tone: 'say', icon: 'M4 10v4h4l6 4V6l-6 4zM18 9a4 4 0 0 1 0 6', fresh: { prompts: [] } },
  { name: 'distribute', tone: 'connect', icon: 'M4 12h6M10 12l8-7M10 12h9M10 12l8 7', fresh: { targets: [{ to: '' }] } },
  { name: 'dial', tone: 'connect', icon: 'M6 3l4 5-2 3a12 12 0 0 0 5 5l3-2 5 4-3 3C9 21 3 13 3 6z', fresh: { to: '' } },
  { name: 'voicemail', tone: 'end', icon: 'M6 15a3 3 0 1 1 0-6 3 3 0 0 1 0 6zM18 15a3 3 0 1 1 0-6 3 3 0 0 1 0 6zM6 15h12', fresh: { greeting: ['system-voicemail'] } },
  { name: 'hang-up', tone: 'end', icon: 'M3 14c5-6 13-6 18 0l-3 3-4-2v-3h-4v3l-4 2z', fresh: {} },
  { name: 'region', tone: 'branch', icon: 'M12 21s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 7v4', fresh: { cases: [{ provinces: [], to: '' }] } },
  { name: 'list', tone: 'branch', icon: 'M4 6h12M4 12h12M4 18h8M18 15l2 2 3-4', fresh: { cases: [{ list: '', to: '' }] } },
  { name: 'branch', tone: 'branch', icon: 'M6 4v7c0 5 12 3 12 9M6 11v9', fresh: { cases: [{ when: [{ variable: '', is: '' }], to: '' }] } },
  { name: 'collect', tone: 'say', icon: 'M4 6h16v12H4zM8 10v4M12 10v4M16 10v4', fresh: { prompts: ['system-enter-digits'], into: 'digits' } },
  { name: 'survey', tone: 'end', icon: 'M12 3l3 6 6 1-4 5 1 6-6-3-6 3 1-6-4-5 6-1z', fresh: {} },
  { name: 'http', tone: 'data', icon: 'M8 6l-6 6 6 6M16 6l6 6-6 6', fresh: { url: 'https://' } },
  { name: 'set', tone: 'data', icon: 'M4 12V4h8l8 8-8 8zM8 8v1', fresh: {} },
]

export function kindNamed(name: string): Kind | undefined {
  return kinds.find((kind) => kind.name === name)
}

export function freshStep(kind: Kind): Step {
  return { type: kind.name, ...structuredClone(kind.fresh) }
}
