import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zh, type Words } from './zh'

export type Language = 'zh' | 'en'

const KEY = 'hotline.language'

/** Words in both languages, as bodies of the API carry them. */
export interface Both {
  readonly zh?: string | undefined
  readonly en?: string | undefined
}

function first(): Language {
  // Words are looked at outside browsers, too.
  if (typeof localStorage === 'undefined') {
    return 'zh'
  }
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'zh' || chosen === 'en') {
    return chosen
  }
  return navigator.language.startsWith('en') ? 'en' : 'zh'
}

export const i18n = createI18n<[Words], Language, false>({
  legacy: false,
  locale: first(),
  fallbackLocale: 'zh',
  messages: { zh, en },
})

export function speak(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** Which of the two the reader wants; falls back to the other one. */
export function said(both: Both | undefined): string {
  const [wanted, other] = i18n.global.locale.value === 'zh' ? [both?.zh, both?.en] : [both?.en, both?.zh]
  return wanted ?? other ?? ''
}
