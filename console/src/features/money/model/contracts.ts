import type { Body } from '@/shared/api/client'
import type { Look } from './looks'

type Contract = Pick<Body<'ContractBody'>, 'starts' | 'ends' | 'boundUntil' | 'spans'>
type Span = Contract['spans'][number]

/** What holds on a day; nothing before the contract begins and after its end. */
export function spanOn(contract: Contract, day: string): Span | undefined {
  return contract.spans.find((span) => span.from <= day && (span.until === undefined || day < span.until))
}

/** What is agreed for days to come. */
export function spansToCome(contract: Contract, day: string): Span[] {
  return contract.spans.filter((span) => span.from > day)
}

export function contractLook(contract: Contract, day: string): Look {
  if (contract.ends !== undefined && contract.ends <= day) {
    return { zh: '已结束', en: 'ended', tone: 'info' }
  }
  if (contract.starts > day) {
    return { zh: '未生效', en: 'to begin', tone: 'info' }
  }
  if (contract.ends !== undefined) {
    return { zh: '将结束', en: 'ends soon', tone: 'warning' }
  }
  return contract.boundUntil > day ? { zh: '合约期内', en: 'in its term', tone: 'success' } : { zh: '按月续用', en: 'month to month', tone: 'success' }
}
