import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'

export type Form = Body<'FormBody'>

/** A field of the form as the desk shows it. */
export interface Field {
  /** As findings name it: `company.creditCode`. */
  readonly subject: string
  readonly words: Both
  readonly value: string
}

export interface Section {
  readonly key: string
  readonly words: Both
  readonly fields: readonly Field[]
}

const persons = [
  ['name', { zh: '姓名', en: 'Name' }],
  ['document', { zh: '证件类型', en: 'Document' }],
  ['number', { zh: '证件号码', en: 'Document number' }],
  ['until', { zh: '证件有效期至', en: 'Valid until' }],
  ['mobile', { zh: '手机', en: 'Mobile' }],
  ['mail', { zh: '邮箱', en: 'Mail' }],
] as const

const codes: Readonly<Record<string, Both>> = {
  enterprise: { zh: '企业', en: 'enterprise' },
  'sole-proprietor': { zh: '个体工商户', en: 'sole proprietor' },
  'foreign-invested': { zh: '外商投资企业', en: 'foreign-invested enterprise' },
  'public-body': { zh: '机关、事业单位、社会团体', en: 'public body' },
  'id-card': { zh: '身份证', en: 'identity card' },
  passport: { zh: '护照', en: 'passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Hong Kong and Macao permit' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan permit' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'residence permit' },
  'permanent-residence-card': { zh: '外国人永久居留身份证', en: 'permanent residence card' },
  ordinary: { zh: '普通号', en: 'ordinary' },
  special: { zh: '特号', en: 'special' },
  premium: { zh: '顶级号', en: 'premium' },
  online: { zh: '线上', en: 'online' },
  paper: { zh: '纸质', en: 'on paper' },
}

/** Codes of an application in words; what the console does not know is shown as it is. */
export function word(code: string | undefined): Both {
  return code === undefined ? { zh: '', en: '' } : (codes[code] ?? { zh: code, en: code })
}

/** What an application says, part by part; `say` tells codes in the reader's language. */
export function sections(form: Form, say: (both: Both) => string, trade: (code: string) => string): Section[] {
  const coded = (code: string | undefined): string => say(word(code))
  const person = (key: 'legalRepresentative' | 'handler'): Field[] =>
    persons.map(([name, words]) => ({
      subject: `${key}.${name}`,
      words,
      value: name === 'document' ? coded(form[key]?.document) : (form[key]?.[name] ?? ''),
    }))
  const { company, choice } = form
  return [
    {
      key: 'company',
      words: { zh: '主体', en: 'Enterprise' },
      fields: [
        { subject: 'company.name', words: { zh: '名称', en: 'Name' }, value: company?.name ?? '' },
        { subject: 'company.creditCode', words: { zh: '统一社会信用代码', en: 'Credit code' }, value: company?.creditCode ?? '' },
        { subject: 'entity', words: { zh: '主体类型', en: 'Kind' }, value: coded(form.entity) },
        { subject: 'trade', words: { zh: '行业', en: 'Trade' }, value: form.trade === undefined ? '' : trade(form.trade) },
        { subject: 'company.licenceFrom', words: { zh: '执照有效期自', en: 'Licence from' }, value: company?.licenceFrom ?? '' },
        { subject: 'company.licenceUntil', words: { zh: '执照有效期至', en: 'Licence until' }, value: company?.licenceUntil ?? '' },
        { subject: 'company.address', words: { zh: '住所', en: 'Address' }, value: company?.address ?? '' },
      ],
    },
    { key: 'legalRepresentative', words: { zh: '法定代表人', en: 'Legal representative' }, fields: person('legalRepresentative') },
    { key: 'handler', words: { zh: '经办人', en: 'Handler' }, fields: person('handler') },
    {
      key: 'choice',
      words: { zh: '号码与套餐', en: 'Number and package' },
      fields: [
        { subject: 'choice.number', words: { zh: '号码', en: 'Number' }, value: choice?.number ?? '' },
        { subject: 'choice.tariff', words: { zh: '套餐', en: 'Package' }, value: choice?.tariff ?? '' },
        { subject: 'choice.termMonths', words: { zh: '合约期（月）', en: 'Term in months' }, value: choice?.termMonths?.toString() ?? '' },
        { subject: 'choice.purpose', words: { zh: '用途', en: 'Purpose' }, value: choice?.purpose ?? '' },
        { subject: 'choice.forwardTo', words: { zh: '接听电话', en: 'Lines' }, value: (choice?.forwardTo ?? []).join('、') },
      ],
    },
  ]
}
