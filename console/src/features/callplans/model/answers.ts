import { isObject, list, member, text, type Json } from './json'

/** Hours on days of the week. */
export interface Hours {
  readonly days: string[]
  readonly from: string
  readonly to: string
}

/** One on each line, or parted by commas. */
export function linesFrom(written: string): string[] {
  return written.split(/[\n,，;；]/).map((line) => line.trim()).filter((line) => line !== '')
}

/** `beijing: 01066660011, 01066660012` on each line. */
export function branchesFrom(written: string): Json {
  return written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/[:：]/)
      return { name: name.trim(), lines: linesFrom(rest.join(':')) }
    })
}

/** An answer, or the example of one, as it is written into a field. */
export function textOf(answer: Json | undefined): string {
  if (Array.isArray(answer)) {
    return answer.map((one) => (isObject(one) ? `${text(one.name)}: ${list(member(one, 'lines')).map(text).join(', ')}` : textOf(one))).join('\n')
  }
  return answer === undefined || answer === null || isObject(answer) ? '' : String(answer)
}
