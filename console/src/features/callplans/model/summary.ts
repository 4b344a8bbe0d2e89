import { isObject, list, member, text, type Json } from './json'
import { kindOf, type Step } from './plan'

/** What a step says of itself on the canvas, in the plan's own words: numbers, hours, names. */
export function summary(step: Step): string {
  switch (kindOf(step)) {
    case 'schedule':
      return few(list(step.periods).map((period) => `${text(member(period, 'from'))}–${text(member(period, 'to'))}`))
    case 'menu':
    case 'announce':
    case 'collect':
    case 'hang-up':
    case 'survey':
      return few(list(step.prompts).map(phrase))
    case 'voicemail':
      return few(list(step.greeting).map(phrase))
    case 'distribute':
      return few(list(step.targets).map((target) => text(member(target, 'to'))))
    case 'dial':
      return text(step.to)
    case 'region':
      return few(list(step.cases).flatMap((one) => ['provinces', 'cities', 'areaCodes', 'carriers'].flatMap((name) => list(member(one, name)).map(text))))
    case 'list':
      return few(list(step.cases).map((one) => text(member(one, 'list'))))
    case 'http':
      return text(step.url)
    case 'set':
      return few([...list(step.tags).map(text), ...(isObject(step.variables) ? Object.keys(step.variables) : [])])
    default:
      return ''
  }
}

function phrase(part: Json): string {
  return typeof part === 'string' ? part : text(member(part, 'value'))
}

function few(parts: readonly string[]): string {
  const said = [...new Set(parts.filter((part) => part !== ''))]
  return said.length > 2 ? `${said.slice(0, 2).join(', ')} +${said.length - 2}` : said.join(', ')
}
