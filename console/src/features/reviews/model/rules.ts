import { computed, shallowRef } from 'vue'
import { api, ask, type Body } from '@/shared/api/client'
import { said, type Both } from '@/shared/text/i18n'

const rules = shallowRef<Body<'ApplicationRulesRulesBody'>>()

/** What trades and papers are called; asked once. */
export const applicationRules = {
  async known(): Promise<void> {
    rules.value ??= await ask(api.GET('/api/v1/application-rules'))
  },
  trade: (code: string | undefined): string => said(rules.value?.trades.find((one) => one.code === code) ?? { zh: code, en: code }),
  paper: (kind: string): Both => rules.value?.papers.find((one) => one.code === kind) ?? { zh: kind, en: kind },
  papers: computed(() => rules.value?.papers ?? []),
}
