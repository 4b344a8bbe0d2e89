import { useI18n } from 'vue-i18n'
import type { Body } from '@/shared/api/client'
import { said } from '@/shared/text/i18n'
import { plain } from './form'

/** The names of fields and papers as people know them. */
export function useFieldWords(): (field: string, papers?: readonly Body<'ApplicationLookPaperBody'>[]) => string {
  const { t, te } = useI18n()

  return (field, papers = []) => {
    const name = plain(field)
    const [group = '', ...rest] = name.split('.')
    if (group === 'papers') {
      const kind = rest.join('.')
      const paper = papers.find((one) => one.kind === kind)
      return paper === undefined ? kind : said(paper)
    }
    if ((group === 'legalRepresentative' || group === 'handler') && rest.length > 0) {
      const key = `apply.field.person.${rest.join('.')}`
      return `${t(`apply.field.${group}`)} · ${te(key) ? t(key) : name}`
    }
    const key = `apply.field.${name}`
    return te(key) ? t(key) : name
  }
}
