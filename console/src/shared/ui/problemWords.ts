import { i18n } from '@/shared/text/i18n'
import type { ApiProblem } from '@/shared/api/client'

/** What to tell people of a problem: our own words where the platform could not be asked, else the platform's. */
export function problemWords(problem: ApiProblem): string {
  const own = `state.problem.${problem.code}`
  return i18n.global.te(own) ? i18n.global.t(own) : problem.message
}
