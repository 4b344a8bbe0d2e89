import { useI18n } from 'vue-i18n'
import { said } from '@/shared/text/i18n'
import type { Finding } from './findings'
import type { Way } from './plan'

/** What the parts of plans are called for people; what has no words is called by its own name. */
export function useWords() {
  const { t, te, locale } = useI18n()
  const or = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise)

  return {
    field: (name: string): string => or(`plan.fields.${name}`, name),
    hint: (name: string): string => or(`plan.hints.${name}`, ''),
    choice: (name: string): string => or(`plan.choices.${name}`, name),
    end: (code: string): string => or(`plan.ends.${code}`, code),
    kind: (name: string): string => or(`plan.kinds.${name}`, name),

    way(way: Way): string {
      if (way.member === 'keys') {
        return t('plan.key', { key: way.of ?? '' })
      }
      return way.member === 'cases' ? t('plan.case', { n: way.of ?? '' }) : or(`plan.fields.${way.member}`, way.member)
    },

    /** The remedy is said in both languages, what is wrong in English: so the remedy goes first for those who read Chinese. */
    finding(finding: Finding): string {
      return locale.value === 'zh' ? `${said(finding.fix)}（${finding.message}）` : `${finding.message}. ${said(finding.fix)}`
    },
  }
}
