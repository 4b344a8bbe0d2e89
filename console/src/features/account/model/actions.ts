import type { Both } from '@/shared/text/i18n'

/** What the commonest actions of the trail are in plain words; the others are told by route and method, as they are written. */
const known: Readonly<Record<string, Both>> = {
  'sign-in': { zh: '登录', en: 'signed in' },
  'sign-out': { zh: '退出', en: 'signed out' },
  '/api/v1/session DELETE': { zh: '退出', en: 'signed out' },
  '/api/v1/users POST': { zh: '邀请成员', en: 'invited somebody' },
  '/api/v1/users/{id} PATCH': { zh: '变更成员', en: 'changed a user' },
  '/api/v1/users/{id}/second-factor DELETE': { zh: '移除成员的两步验证', en: 'removed somebody’s second factor' },
  '/api/v1/api-keys POST': { zh: '创建 API 密钥', en: 'made an API key' },
  '/api/v1/api-keys/{id} DELETE': { zh: '吊销 API 密钥', en: 'revoked an API key' },
  '/api/v1/me/password PUT': { zh: '修改密码', en: 'changed the own password' },
  '/api/v1/second-factor POST': { zh: '开始设置两步验证', en: 'began to set up a second factor' },
  '/api/v1/second-factor/confirmation POST': { zh: '启用两步验证', en: 'set up a second factor' },
  '/api/v1/second-factor/removal POST': { zh: '移除两步验证', en: 'removed the own second factor' },
  '/api/v1/sessions/{id} DELETE': { zh: '结束登录', en: 'ended a session' },
  '/api/v1/top-ups POST': { zh: '发起充值', en: 'began a top-up' },
  '/api/v1/top-ups/{id}/closing POST': { zh: '取消充值', en: 'gave a top-up up' },
  '/api/v1/invoices POST': { zh: '申请发票', en: 'asked for an invoice' },
  '/api/v1/invoices/{id}/withdrawal POST': { zh: '撤回发票申请', en: 'withdrew the request for an invoice' },
  '/api/v1/contracts/{id}/package POST': { zh: '更换套餐', en: 'changed the package' },
  '/api/v1/contracts/{id}/end POST': { zh: '终止合约', en: 'ended the contract' },
  '/api/v1/numbers/{number}/options POST': { zh: '加购功能', en: 'bought a feature' },
  '/api/v1/numbers/{number}/options/{feature} DELETE': { zh: '退订功能', en: 'dropped a feature' },
  '/api/v1/numbers/{number}/hold POST': { zh: '留号', en: 'held a number' },
  '/api/v1/charges/caps PUT': { zh: '设置费用上限', en: 'set caps' },
  '/api/v1/money-contact PUT': { zh: '设置费用联系人', en: 'named the money contact' },
  '/api/v1/calls GET': { zh: '查看通话记录（完整号码）', en: 'looked at calls with clear numbers' },
  '/api/v1/calls/{id} GET': { zh: '查看通话（完整号码）', en: 'looked at a call with clear numbers' },
  '/api/v1/calls/live GET': { zh: '查看实时通话（完整号码）', en: 'looked at live calls with clear numbers' },
  '/api/v1/audit/export GET': { zh: '导出审计日志', en: 'exported the audit trail' },
}

export function actionWords(action: string): Both {
  return known[action] ?? { zh: action, en: action }
}
