import { shallowRef } from 'vue'
import { api, ask, type Body } from '@/shared/api/client'
import { said } from '@/shared/text/i18n'

type Named = Body<'NamedBody'>

const patterns = shallowRef<readonly Named[]>([])
const trades = shallowRef<readonly Named[]>([])

/** What patterns and trades are called; asked once. */
export const namesOf = {
  patterns,
  trades,
  async known(): Promise<void> {
    if (patterns.value.length === 0) {
      const [some, others] = await Promise.all([ask(api.GET('/api/v1/number-patterns')), ask(api.GET('/api/v1/number-trades'))])
      patterns.value = some.items
      trades.value = others.items
    }
  },
  pattern: (code: string): string => said(patterns.value.find((one) => one.code === code) ?? { zh: code, en: code }),
  trade: (code: string): string => said(trades.value.find((one) => one.code === code) ?? { zh: code, en: code }),
}
