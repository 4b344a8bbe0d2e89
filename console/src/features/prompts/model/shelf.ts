import type { Body } from '@/shared/api/client'

export type Prompt = Body<'PromptBody'>
export type Tongue = 'zh-CN' | 'en-US'

export const tongues: readonly Tongue[] = ['zh-CN', 'en-US']

/** A prompt with what there is of it in each language. */
export interface Shelved {
  readonly name: string
  readonly isSystem: boolean
  readonly byTongue: ReadonlyMap<string, Prompt>
}

/** By name, the enterprise's own first; those that every platform has are called `system-…`. */
export function shelved(prompts: readonly Prompt[]): Shelved[] {
  const byName = new Map<string, Prompt[]>()
  for (const prompt of prompts) {
    byName.set(prompt.name, [...(byName.get(prompt.name) ?? []), prompt])
  }
  return [...byName]
    .map(([name, all]) => ({ name, isSystem: name.startsWith('system-'), byTongue: new Map(all.map((prompt) => [prompt.language, prompt])) }))
    .sort((one, other) => Number(one.isSystem) - Number(other.isSystem) || one.name.localeCompare(other.name))
}

export function matching(all: readonly Shelved[], part: string): Shelved[] {
  const wanted = part.trim().toLowerCase()
  return all.filter(({ name, byTongue }) => wanted === '' || name.includes(wanted) || [...byTongue.values()].some((prompt) => prompt.text.toLowerCase().includes(wanted)))
}

/** `1:05` */
export function length(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
