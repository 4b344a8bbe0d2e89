import type { Both } from '@/shared/text/i18n'

/** How a state looks and reads; what the console does not know yet is shown by its code. */
export interface Look extends Both {
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'primary'
}

function of(looks: Readonly<Record<string, Look>>): (code: string) => Look {
  return (code) => looks[code] ?? { zh: code, en: code, tone: 'info' }
}

function words(all: Readonly<Record<string, Both>>): (code: string) => Both {
  return (code) => all[code] ?? { zh: code, en: code }
}

export const billLook = of({
  draft: { zh: '草稿', en: 'draft', tone: 'info' },
  issued: { zh: '待付', en: 'to be paid', tone: 'warning' },
  overdue: { zh: '已逾期', en: 'overdue', tone: 'danger' },
  paid: { zh: '已付清', en: 'paid', tone: 'success' },
})

export const topUpLook = of({
  asked: { zh: '待付款', en: 'waiting for the money', tone: 'warning' },
  paid: { zh: '已到账', en: 'on the account', tone: 'success' },
  'partly-refunded': { zh: '部分退款', en: 'partly refunded', tone: 'info' },
  refunded: { zh: '已退款', en: 'refunded', tone: 'info' },
  closed: { zh: '已取消', en: 'given up', tone: 'info' },
  expired: { zh: '已过期', en: 'expired', tone: 'info' },
})

export const refundLook = of({
  unapproved: { zh: '待复核', en: 'to be approved', tone: 'warning' },
  due: { zh: '处理中', en: 'under way', tone: 'warning' },
  done: { zh: '已退回', en: 'sent back', tone: 'success' },
  failed: { zh: '未成功', en: 'failed', tone: 'danger' },
  refused: { zh: '未批准', en: 'not approved', tone: 'info' },
})

export const invoiceLook = of({
  requested: { zh: '已申请', en: 'requested', tone: 'warning' },
  exported: { zh: '开票中', en: 'being made out', tone: 'warning' },
  'made-out': { zh: '已开票', en: 'made out', tone: 'success' },
  refused: { zh: '已退回', en: 'refused', tone: 'danger' },
  withdrawn: { zh: '已撤回', en: 'withdrawn', tone: 'info' },
  reversed: { zh: '已红冲', en: 'reversed', tone: 'info' },
})

export const featureLook = of({
  included: { zh: '套餐已含', en: 'included', tone: 'success' },
  bought: { zh: '已加购', en: 'bought', tone: 'primary' },
  available: { zh: '可加购', en: 'can be bought', tone: 'info' },
  'not-offered': { zh: '当前套餐不提供', en: 'not offered', tone: 'info' },
  free: { zh: '可用', en: 'free', tone: 'success' },
})

/** What a charge of a call is for. */
export const component = words({
  platform: { zh: '平台', en: 'platform' },
  'forward-fixed': { zh: '转接固话', en: 'to a fixed line' },
  'forward-mobile': { zh: '转接手机', en: 'to a mobile' },
  'forward-extension': { zh: '转接分机', en: 'to an extension' },
  recording: { zh: '录音', en: 'recording' },
})

/** What a line of a bill is for. */
export const billLine = words({
  'set-up': { zh: '选号费', en: 'Set-up fee' },
  'rent-advance': { zh: '预付月租', en: 'Rent in advance' },
  rent: { zh: '月租', en: 'Rent' },
  'bundled-minutes': { zh: '套餐分钟', en: 'Bundled minutes' },
  'calls-platform': { zh: '平台通话费', en: 'Calls: platform' },
  'calls-forward-fixed': { zh: '通话费·转接固话', en: 'Calls to fixed lines' },
  'calls-forward-mobile': { zh: '通话费·转接手机', en: 'Calls to mobiles' },
  'calls-forward-extension': { zh: '通话费·转接分机', en: 'Calls to extensions' },
  'calls-recording': { zh: '录音费', en: 'Recording' },
  minimum: { zh: '最低消费补足', en: 'Up to the minimum' },
  option: { zh: '增值功能', en: 'Option' },
  'unused-minutes': { zh: '未用分钟返还', en: 'Unused minutes' },
  'early-exit': { zh: '提前解约', en: 'Leaving early' },
  'late-fee': { zh: '滞纳金', en: 'Late fee' },
})

/** What moved on the account. */
export const movement = words({
  'top-up': { zh: '充值', en: 'Top-up' },
  refund: { zh: '退款', en: 'Refund' },
  call: { zh: '通话', en: 'Call' },
  rent: { zh: '月租', en: 'Rent' },
  fee: { zh: '费用', en: 'Fee' },
  tax: { zh: '税', en: 'Tax' },
  rounding: { zh: '尾差', en: 'Rounding' },
  'credit-note': { zh: '账单调减', en: 'Credit note' },
  adjustment: { zh: '调账', en: 'Adjustment' },
  reversal: { zh: '冲正', en: 'Reversal' },
})

export const way = words({
  'bank-transfer': { zh: '银行转账', en: 'Bank transfer' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  'wechat-pay': { zh: '微信支付', en: 'WeChat Pay' },
})

/** What was done about a bill that is not paid: `reminder-7`, `suspend`, `propose-termination`. */
export function dunningStep(step: string): Both {
  const after = /^reminder-(\d+)$/.exec(step)?.[1]
  if (after !== undefined) {
    return { zh: after === '0' ? '到期日催缴' : `逾期 ${after} 天催缴`, en: after === '0' ? 'Reminder on the due day' : `Reminder, ${after} days after the due day` }
  }
  return words({ suspend: { zh: '号码欠费停机', en: 'Number suspended for arrears' }, 'propose-termination': { zh: '提请运营方终止合约', en: 'End of the contract proposed to the operator' } })(step)
}
