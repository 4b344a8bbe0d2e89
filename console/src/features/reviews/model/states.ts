import type { Both } from '@/shared/text/i18n'

export interface Look extends Both {
  readonly zh: string
  readonly en: string
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'primary'
}

const looks: Readonly<Record<string, Look>> = {
  draft: { zh: '草稿', en: 'draft', tone: 'info' },
  submitted: { zh: '待付款', en: 'to be paid', tone: 'info' },
  paid: { zh: '待审核', en: 'waiting', tone: 'primary' },
  'in-review': { zh: '审核中', en: 'in review', tone: 'warning' },
  'correction-asked': { zh: '待更正', en: 'correction asked', tone: 'warning' },
  approved: { zh: '已通过', en: 'approved', tone: 'success' },
  provisioned: { zh: '已开通', en: 'in service', tone: 'success' },
  live: { zh: '已启用', en: 'live', tone: 'success' },
  rejected: { zh: '已驳回', en: 'rejected', tone: 'danger' },
  withdrawn: { zh: '已撤回', en: 'withdrawn', tone: 'info' },
  lapsed: { zh: '已失效', en: 'lapsed', tone: 'info' },
}

export function look(state: string): Look {
  return looks[state] ?? { zh: state, en: state, tone: 'info' }
}

const events: Readonly<Record<string, Both>> = {
  submit: { zh: '提交', en: 'handed in' },
  pay: { zh: '付款', en: 'paid' },
  take: { zh: '领取', en: 'taken for review' },
  return: { zh: '退回队列', en: 'given back to the queue' },
  'ask-correction': { zh: '要求更正', en: 'correction asked' },
  reject: { zh: '驳回', en: 'rejected' },
  approve: { zh: '通过', en: 'approved' },
  provision: { zh: '开通', en: 'put into service' },
  'go-live': { zh: '启用', en: 'went live' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  lapse: { zh: '失效', en: 'lapsed' },
}

export function event(code: string): Both {
  return events[code] ?? { zh: code, en: code }
}
