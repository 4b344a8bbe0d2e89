import { api, ApiProblem, ask, type Body } from '@/shared/api/client'
import type { Finding } from './findings'
import { isObject, type Json, type JsonObject } from './json'
import { PlanSchema } from './schema'

export type Published = Body<'PlanBody'>
export type Draft = Body<'DraftsDraftBody'>
export type Simulated = Body<'RehearsalSimulated'>

/** A document's text as it stands. The API's description gives these requests no body, for they take any text. */
const asText = {
  headers: { 'Content-Type': 'application/json' },
  bodySerializer: (body: unknown) => body as string,
}

function raw(text: string): never {
  return text as never
}

async function orNone<Data>(answer: Promise<Data>): Promise<Data | undefined> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.status === 404 && cause.code.startsWith('callplans.no')) {
      return undefined
    }
    throw cause
  }
}

const path = (number: string) => ({ path: { number } })

/** The document that a version carries; described as a text, sent as JSON. */
export function documentOf(plan: Published): JsonObject {
  const document = plan.document as Json | undefined
  return isObject(document) ? document : { start: '', steps: {} }
}

export const plans = {
  live: (number: string): Promise<Published | undefined> => orNone(ask(api.GET('/api/v1/numbers/{number}/plan', { params: path(number) }))),

  draft: (number: string): Promise<Draft | undefined> => orNone(ask(api.GET('/api/v1/numbers/{number}/plan/draft', { params: path(number) }))),

  save(number: string, text: string, revision: number | undefined): Promise<Draft> {
    const header = revision === undefined ? {} : { 'If-Match': `"${revision}"` }
    return ask(api.PUT('/api/v1/numbers/{number}/plan/draft', { params: { ...path(number), header }, body: raw(text), ...asText }))
  },

  discard: (number: string): Promise<unknown> => ask(api.DELETE('/api/v1/numbers/{number}/plan/draft', { params: path(number) })),

  async check(number: string, text: string, signal: AbortSignal): Promise<readonly Finding[]> {
    return (await ask(api.POST('/api/v1/numbers/{number}/plan/check', { params: path(number), body: raw(text), signal, ...asText }))).findings
  },

  /** The draft of this revision becomes the live plan. */
  async publish(number: string, revision: number, note: string): Promise<Published> {
    const params = { ...path(number), query: { note }, header: { 'If-Match': `"${revision}"` } }
    // The description knows two answers, and says object: this is the one of success.
    return (await ask(api.POST('/api/v1/numbers/{number}/plan/publish', { params }))) as unknown as Published
  },

  versions: (number: string, cursor?: string) =>
    ask(api.GET('/api/v1/numbers/{number}/plan/versions', { params: { ...path(number), query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } } })),

  version: (number: string, version: number) => ask(api.GET('/api/v1/numbers/{number}/plan/versions/{version}', { params: { path: { number, version } } })),

  difference: (number: string, from: string, to: string) => ask(api.GET('/api/v1/numbers/{number}/plan/diff', { params: { ...path(number), query: { from, to } } })),

  async rollBack(number: string, version: number): Promise<Published> {
    return (await ask(api.POST('/api/v1/numbers/{number}/plan/rollback', { params: path(number), body: { version } }))) as unknown as Published
  },

  simulate: (number: string, question: JsonObject): Promise<Simulated> =>
    // Any JSON is described as what a library knows of JSON.
    ask(api.POST('/api/v1/numbers/{number}/plan/simulate', { params: path(number), body: question as never })),

  async schema(): Promise<PlanSchema> {
    return new PlanSchema((await ask(api.GET('/api/v1/plan-schema'))) as unknown as JsonObject)
  },

  templates: () => ask(api.GET('/api/v1/plan-templates')),

  fromTemplate: (name: string, answers: JsonObject) => ask(api.POST('/api/v1/plan-templates/{name}', { params: { path: { name } }, body: { answers: answers as never } })),

  async promptNames(): Promise<string[]> {
    return [...new Set((await ask(api.GET('/api/v1/prompts'))).items.map((prompt) => prompt.name))]
  },

  async listNames(): Promise<string[]> {
    return (await ask(api.GET('/api/v1/lists', { params: { query: { limit: 100 } } }))).items.flatMap((list) => (list.name === undefined ? [] : [list.name]))
  },
}
