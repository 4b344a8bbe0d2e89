import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'

export type Leg = Body<'QualityBody'>

/** How good the audio in one direction was, in a word, and why. */
export interface Verdict extends Both {
  readonly zh: string
  readonly en: string
  readonly tone: 'success' | 'warning' | 'danger' | 'info'
}

/** What people think of such a mean opinion score (ITU-T G.107, annex B: satisfied from 4.0, many dissatisfied below 3.6). */
export function verdict(mos: number | undefined): Verdict {
  if (mos === undefined) {
    return { zh: '没有数据', en: 'not measured', tone: 'info' }
  }
  if (mos >= 4) {
    return { zh: '清晰', en: 'clear', tone: 'success' }
  }
  if (mos >= 3.6) {
    return { zh: '尚可', en: 'fair', tone: 'warning' }
  }
  return { zh: '差', en: 'bad', tone: 'danger' }
}

/** What may have spoilt it, for a direction that was not clear. */
export function causes(direction: { mos?: number; lossRatio?: number; jitterMs?: number; late?: number; packets: number }): Both[] {
  if (direction.mos === undefined || direction.mos >= 4) {
    return []
  }
  const found: Both[] = []
  if ((direction.lossRatio ?? 0) >= 0.01) {
    found.push({ zh: '网络丢包：听起来断断续续', en: 'packets were lost: words break off' })
  }
  if ((direction.jitterMs ?? 0) >= 30) {
    found.push({ zh: '网络抖动大：声音忽快忽慢', en: 'much jitter: the voice comes unevenly' })
  }
  if ((direction.late ?? 0) > direction.packets / 100) {
    found.push({ zh: '包到得太晚，已丢弃', en: 'packets came too late and were dropped' })
  }
  return found
}
