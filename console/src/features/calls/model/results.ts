import type { Both } from '@/shared/text/i18n'

/** What became of a target that was rung, by the code of the record. */
const results: Readonly<Record<string, Both>> = {
  reached: { zh: '已接听', en: 'answered' },
  busy: { zh: '忙线', en: 'busy' },
  'no-answer': { zh: '无人接听', en: 'no answer' },
  declined: { zh: '拒接', en: 'declined' },
  unreachable: { zh: '无法接通', en: 'unreachable' },
  'no-common-codec': { zh: '无共同编码', en: 'no common codec' },
  failed: { zh: '呼叫失败', en: 'failed' },
  'not-accepted': { zh: '接起但未接受', en: 'answered, not accepted' },
  'answered-elsewhere': { zh: '已由其他目标接听', en: 'answered elsewhere' },
  'caller-gone': { zh: '主叫已挂机', en: 'caller hung up' },
  'funds-exhausted': { zh: '余额用尽', en: 'funds exhausted' },
}

export function result(code: string): Both {
  return results[code] ?? { zh: code, en: code }
}

const sides: Readonly<Record<string, Both>> = {
  caller: { zh: '主叫', en: 'the caller' },
  target: { zh: '被叫', en: 'the called party' },
  platform: { zh: '平台', en: 'the platform' },
  network: { zh: '网络', en: 'the network' },
}

/** Who hung up. */
export function side(code: string): Both {
  return sides[code] ?? { zh: code, en: code }
}
