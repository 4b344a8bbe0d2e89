import type { Both } from '@/shared/text/i18n'

/** What each role is called, and what whoever has it may do. */
export const roles: Readonly<Record<string, Both & { readonly does: Both }>> = {
  owner: { zh: '负责人', en: 'Owner', does: { zh: '本企业的一切', en: 'everything of the enterprise' } },
  admin: { zh: '管理员', en: 'Admin', does: { zh: '本企业的一切，不能变更负责人', en: 'everything but the owners' } },
  finance: { zh: '财务', en: 'Finance', does: { zh: '账单、充值与发票', en: 'bills, top-ups and invoices' } },
  supervisor: { zh: '主管', en: 'Supervisor', does: { zh: '呼叫流程、名单、通话与录音', en: 'call plans, lists, calls and recordings' } },
  agent: { zh: '坐席', en: 'Agent', does: { zh: '查看通话与名单', en: 'sees calls and lists' } },
  viewer: { zh: '只读', en: 'Viewer', does: { zh: '只看不改，号码隐去中间几位', en: 'looks and changes nothing; callers’ numbers are masked' } },
  operator: { zh: '运营', en: 'Operator', does: { zh: '平台的一切', en: 'everything of the platform' } },
  reviewer: { zh: '审核员', en: 'Reviewer', does: { zh: '审核申请与材料', en: 'reviews applications and papers' } },
  'finance-officer': { zh: '运营财务', en: 'Finance officer', does: { zh: '确认到账、账单与退款', en: 'confirms payments, bills and refunds' } },
  support: { zh: '客服', en: 'Support', does: { zh: '只看不改', en: 'looks and changes nothing' } },
  reseller: { zh: '代理商', en: 'Reseller', does: { zh: '代企业提交申请', en: 'applies for enterprises' } },
}

/** Those that somebody with these roles may give, as the platform has it: nobody gives one stronger than his own. */
export function givenBy(own: readonly string[]): string[] {
  if (own.includes('operator')) {
    return ['operator', 'reviewer', 'finance-officer', 'support']
  }
  if (own.includes('reseller')) {
    return ['reseller']
  }
  const ofEnterprise = ['owner', 'admin', 'finance', 'supervisor', 'agent', 'viewer']
  if (own.includes('owner')) {
    return ofEnterprise
  }
  return own.includes('admin') ? ofEnterprise.filter((one) => one !== 'owner') : own.filter((one) => ofEnterprise.includes(one))
}

export function role(code: string): Both {
  return roles[code] ?? { zh: code, en: code }
}
