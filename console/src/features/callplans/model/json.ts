/** What JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

/** Where a part stands: names of members and places in lists. */
export type Path = readonly (string | number)[]

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

export function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** The part at a path; undefined where there is none. */
export function at(whole: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((part, step) => (Array.isArray(part) ? part[Number(step)] : member(part, String(step))), whole)
}

/** The whole with another part at a path; undefined takes the part out. What is not on the path is the same object as before. */
export function put<Whole extends Json>(whole: Whole, path: Path, value: Json | undefined): Whole {
  return replaced(whole, path, value) as Whole
}

function replaced(whole: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [first, ...rest] = path
  if (first === undefined) {
    return value
  }
  if (Array.isArray(whole)) {
    const place = Math.min(Number(first), whole.length)
    const part = replaced(whole[place], rest, value)
    return [...whole.slice(0, place), ...(part === undefined ? [] : [part]), ...whole.slice(place + 1)]
  }
  const name = String(first)
  const part = replaced(member(whole, name), rest, value)
  const kept = isObject(whole) ? whole : {}
  if (part !== undefined) {
    return { ...kept, [name]: part }
  }
  return Object.fromEntries(Object.entries(kept).filter(([other]) => other !== name))
}

/** RFC 6901. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function fromPointer(text: string): string[] {
  return text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
