import { isObject, list, member, text, type Json, type JsonObject } from './json'

/** A part of the plans' JSON Schema, as `GET /api/v1/plan-schema` gives it. */
export type Schema = JsonObject

/** What a part is edited with. */
export type Widget =
  | 'flag'
  | 'number'
  | 'choice'
  | 'choices'
  | 'text'
  | 'texts'
  | 'step'
  | 'prompt'
  | 'prompts'
  | 'phrases'
  | 'list'
  | 'lists'
  | 'key'
  | 'keys'
  | 'map'
  | 'date'
  | 'object'
  | 'objects'
  | 'variants'
  | 'unknown'

const named: Readonly<Record<string, Widget>> = {
  stepName: 'step',
  promptName: 'prompt',
  prompts: 'prompts',
  phrases: 'phrases',
  listName: 'list',
  key: 'key',
  date: 'date',
}

export class PlanSchema {
  constructor(private readonly whole: Schema) {}

  definition(name: string): Schema {
    const found = member(this.whole.$defs, name)
    return isObject(found) ? found : {}
  }

  /** What a step of a kind consists of. */
  step(kind: string): Schema {
    return this.definition(`step-${kind}`)
  }

  settings(): Schema {
    return child(this.whole, 'settings')
  }

  /** A part with what it refers to; what stands beside the reference counts. */
  resolved(schema: Schema): Schema {
    const name = reference(schema)
    return name === '' ? schema : { ...this.definition(name), ...schema }
  }

  widget(schema: Schema): Widget {
    const known = named[reference(schema)]
    if (known !== undefined) {
      return known
    }
    const whole = this.resolved(schema)
    if (whole.enum !== undefined) {
      return 'choice'
    }
    if (whole.oneOf !== undefined) {
      return 'variants'
    }
    switch (whole.type) {
      case 'boolean':
        return 'flag'
      case 'integer':
      case 'number':
        return 'number'
      case 'string':
        return 'text'
      case 'array':
        return this.widgetOfList(whole)
      case 'object':
        return widgetOfObject(whole)
      default:
        return 'unknown'
    }
  }

  items(schema: Schema): Schema {
    const items = member(this.resolved(schema), 'items')
    return isObject(items) ? items : {}
  }

  private widgetOfList(schema: Schema): Widget {
    switch (this.widget(this.items(schema))) {
      case 'list':
        return 'lists'
      case 'choice':
        return 'choices'
      case 'text':
        return 'texts'
      case 'object':
      case 'variants':
        return 'objects'
      default:
        return 'unknown'
    }
  }

  /** What is wrong with a text or number, as far as the schema says; the platform's check says the rest. */
  complaint(schema: Schema, value: Json | undefined): Complaint | undefined {
    const { pattern, minimum, maximum, maxLength } = this.resolved(schema)
    if (typeof value === 'string' && value !== '') {
      if (typeof maxLength === 'number' && value.length > maxLength) {
        return { code: 'long', bound: maxLength }
      }
      return typeof pattern === 'string' && !new RegExp(pattern).test(value) ? { code: 'pattern' } : undefined
    }
    if (typeof value === 'number') {
      if (typeof minimum === 'number' && value < minimum) {
        return { code: 'least', bound: minimum }
      }
      return typeof maximum === 'number' && value > maximum ? { code: 'most', bound: maximum } : undefined
    }
    return undefined
  }
}

export interface Complaint {
  readonly code: 'pattern' | 'long' | 'least' | 'most'
  readonly bound?: number
}

function widgetOfObject(schema: Schema): Widget {
  if (isObject(schema.properties)) {
    return 'object'
  }
  return reference(member(schema, 'propertyNames')) === 'key' ? 'keys' : 'map'
}

function reference(schema: Json | undefined): string {
  return text(member(schema, '$ref')).replace(/^.*\//, '')
}

function child(schema: Schema, name: string): Schema {
  const found = member(member(schema, 'properties'), name)
  return isObject(found) ? found : {}
}

export interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** The members of an object, those that must be there first. */
export function fieldsOf(schema: Schema): Field[] {
  const required = list(schema.required)
  const all = isObject(schema.properties) ? Object.entries(schema.properties) : []
  const fields = all.flatMap(([name, part]) => (isObject(part) && name !== 'type' ? [{ name, schema: part, required: required.includes(name) }] : []))
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)]
}

/** What a new element of a list begins with: empty texts for what must be there. */
export function fresh(schema: PlanSchema, part: Schema): Json {
  const whole = schema.resolved(part)
  const [first] = list(whole.oneOf)
  if (isObject(first)) {
    return fresh(schema, first)
  }
  switch (whole.type) {
    case 'array':
      return []
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return typeof whole.minimum === 'number' ? whole.minimum : 0
    case 'object':
      return Object.fromEntries(
        fieldsOf(whole)
          .filter((field) => field.required)
          .map((field) => [field.name, fresh(schema, field.schema)]),
      )
    default:
      return text(list(whole.enum)[0])
  }
}
