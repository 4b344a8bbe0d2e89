type Say = (key: string, values: Record<string, unknown>) => string

const OWN = ['bank', 'alipay', 'wechat-pay', 'revenue', 'vat', 'prepaid-rent', 'rounding', 'unsecured', 'minutes-granted', 'minutes-used', 'minutes-expired']

/** What a purpose of customers' accounts is called: `funds`, `minutes/…`. */
export function purpose(text: string, t: Say): string {
  if (text === 'funds') {
    return t('ledger.funds', {})
  }
  return text === 'minutes' || text.startsWith('minutes/') ? t('ledger.minutes', { of: text.slice('minutes/'.length) }).trim() : text
}

export function isOwn(account: string): boolean {
  return OWN.includes(account)
}

/** An account by its code: the platform's own, or all customers' of a purpose. */
export function accountName(account: string, t: Say): string {
  if (isOwn(account)) {
    return t(`ledger.own.${account}`, {})
  }
  return account.startsWith('customers/') ? t('ledger.customers', { purpose: purpose(account.slice('customers/'.length), t) }) : account
}
