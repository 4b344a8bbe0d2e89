import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'

/** Why calls end, by the code of the record. */
export const endings: Readonly<Record<string, Both>> = {
  completed: { zh: '已接通', en: 'completed' },
  'abandoned-in-ivr': { zh: '在语音导航中放弃', en: 'abandoned in the menu' },
  'abandoned-in-queue': { zh: '排队中放弃', en: 'abandoned in the queue' },
  'abandoned-in-ring': { zh: '振铃中放弃', en: 'abandoned while ringing' },
  'no-answer': { zh: '无人接听', en: 'no answer' },
  unreachable: { zh: '无法接通', en: 'unreachable' },
  busy: { zh: '忙线', en: 'busy' },
  'queue-timeout': { zh: '排队超时', en: 'queue timeout' },
  'queue-full': { zh: '队列已满', en: 'queue full' },
  voicemail: { zh: '已留言', en: 'message left' },
  'rejected-blacklist': { zh: '黑名单拒接', en: 'blocked caller' },
  'rejected-region': { zh: '地区限制', en: 'region barred' },
  'rejected-rate': { zh: '呼叫过于频繁', en: 'too many calls' },
  'rejected-concurrency': { zh: '并发已满', en: 'all lines taken' },
  'rejected-arrears': { zh: '欠费拒接', en: 'no funds' },
  'off-hours': { zh: '非工作时间', en: 'out of hours' },
  'unknown-number': { zh: '空号', en: 'unknown number' },
  'not-in-service': { zh: '未开通', en: 'not in service' },
  suspended: { zh: '已停机', en: 'suspended' },
  capped: { zh: '达到当月上限', en: 'monthly cap reached' },
  'no-common-codec': { zh: '无共同编码', en: 'no common codec' },
  'untrusted-source': { zh: '来源不可信', en: 'untrusted source' },
  malformed: { zh: '信令有误', en: 'malformed' },
  'max-length': { zh: '达到最长时长', en: 'longest time reached' },
  'funds-exhausted': { zh: '余额用尽', en: 'funds exhausted' },
  silence: { zh: '无声挂断', en: 'silence' },
  'plan-failure': { zh: '流程故障', en: 'plan failed' },
  misconfigured: { zh: '未配置流程', en: 'no plan' },
  'carrier-failure': { zh: '运营商故障', en: 'carrier failed' },
  'platform-failure': { zh: '平台故障', en: 'platform failed' },
}

export function ending(code: string): Both {
  return endings[code] ?? { zh: code, en: code }
}

/** Green: somebody talked with the caller; red: something failed; else neither. */
export function tone(call: Pick<Body<'CallBody'>, 'endReason' | 'targetAnsweredAt'>): 'success' | 'warning' | 'danger' | 'info' {
  if (call.targetAnsweredAt !== undefined) {
    return 'success'
  }
  if (/failure|misconfigured|malformed|codec|arrears|funds/.test(call.endReason)) {
    return 'danger'
  }
  return call.endReason === 'completed' || call.endReason.startsWith('rejected') ? 'info' : 'warning'
}
