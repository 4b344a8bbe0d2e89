import { api, ask } from '@/shared/api/client'
import type { Prompt } from './shelf'

const at = (name: string, language: string) => ({ path: { name }, query: { language } })

export const library = {
  all: async (): Promise<Prompt[]> => (await ask(api.GET('/api/v1/prompts'))).items,

  put(name: string, language: string, file: ArrayBuffer | Blob, text: string, note: string): Promise<Prompt> {
    const params = { path: { name }, query: { language, text, note } }
    // The description gives this request no body: it is the file as it is.
    return ask(api.PUT('/api/v1/prompts/{name}', { params, body: file as never, headers: { 'Content-Type': 'application/octet-stream' }, bodySerializer: (body: unknown) => body as Blob }))
  },

  speak: (name: string, language: string, text: string, note: string): Promise<Prompt> =>
    ask(api.POST('/api/v1/prompts/{name}/speech', { params: { path: { name } }, body: { language, text, note } })),

  remove: (name: string, language: string) => ask(api.DELETE('/api/v1/prompts/{name}', { params: at(name, language) })),

  versions: async (name: string, language: string) => (await ask(api.GET('/api/v1/prompts/{name}/versions', { params: at(name, language) }))).items,

  restore: (name: string, language: string, version: number) =>
    ask(api.POST('/api/v1/prompts/{name}/versions/{version}/restore', { params: { path: { name, version }, query: { language } } })),

  /** Where a prompt, or one of its versions, is heard. */
  audio: (name: string, language: string, version?: number): string =>
    `/api/v1/prompts/${encodeURIComponent(name)}${version === undefined ? '' : `/versions/${version}`}/audio?language=${language}`,
}
