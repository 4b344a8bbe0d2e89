import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlan, type Plan } from './plan'

function all(folder: string): [string, Plan][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, readPlan(readFileSync(join(folder, file), 'utf8')) ?? { broken: file }])
}

/** For tests: the sample data's plans, what the templates write, and a plan with every kind of step. */
export const samples: [string, Plan][] = [...all('../server/src/main/resources/samples/plans'), ...all(join(import.meta.dirname, 'fixtures'))]

export function sample(name: string): Plan {
  const found = samples.find(([file]) => file === name)
  if (found === undefined) {
    throw new Error(`there is no sample ${name}`)
  }
  return found[1]
}
