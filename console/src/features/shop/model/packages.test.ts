import { describe, expect, it } from 'vitest'
import type { Body } from '@/shared/api/client'
import { choices, terms } from './packages'

function tariff(code: string, minutes: number): Body<'TariffBody'> {
  return {
    code,
    version: 1,
    chinese: code,
    english: code,
    minutes,
    perMinute: '0.18',
    rentPerMonth: '200.00',
    terms: [12, 24].map((months) => ({ months, percentOff: 20, rentPerMonth: '160.00' })),
    bundled: [],
    earlyExit: 'nothing',
    firstMonth: 'full',
    from: '2026-01-01',
    included: [],
    minimum: '0.00',
    options: {},
    prices: {},
    unused: 'expire',
    usageFrom: 0,
  }
}

function candidate(code: string, termMonths: number, total: string): Body<'CandidateBody'> {
  const month = { month: '2026-11', rent: '160.00', calls: '90.00', options: '0.00', topUp: '0.00', credit: '0.00', total }
  const reason = { chinese: '', english: '' }
  return {
    tariff: code,
    version: 1,
    chinese: code,
    english: code,
    termMonths,
    total,
    perMonth: total,
    rentPerMonth: '160.00',
    withLess: total,
    withMore: total,
    missing: [],
    months: [month],
    worst: month,
    reason,
  }
}

describe('packages', () => {
  const tariffs = [tariff('small', 800), tariff('large', 3500)]
  const advice: Body<'AdviceBody'> = {
    candidates: [candidate('small', 12, '1000.00'), candidate('large', 12, '280.00'), candidate('large', 24, '260.00')],
    extrapolated: false,
    from: '2026-11-01',
    until: '2026-11-30',
    unusedFeatures: [],
    unusedOptions: [],
  }

  it('stand by what a month costs, not by how it is written', () => {
    const found = choices(advice, tariffs, 12, 3000)
    expect(found.map((one) => [one.tariff.code, one.beyond, one.cheapest])).toEqual([
      ['large', 0, true],
      ['small', 2200, false],
    ])
  })

  it('are offered for terms that the number allows', () => {
    expect(terms(tariffs, 0)).toEqual([12, 24])
    expect(terms(tariffs, 24)).toEqual([24])
  })
})
