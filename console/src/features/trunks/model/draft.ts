import type { Body } from '@/shared/api/client'

export type Trunk = Body<'TrunkBody'>

/** A trunk as its form holds it: everything there, blank where it says nothing. */
export interface Draft {
  name: string
  enabled: boolean
  areaCode: string
  sources: string
  inUser: string
  inPassword: string
  calls: boolean
  host: string
  port: number | undefined
  transport: string
  priority: number
  weight: number
  outUser: string
  outPassword: string
  registers: boolean
  registrar: string
  registerUser: string
  expiresSeconds: number
  fromAccount: boolean
}

export function draftOf(trunk: Trunk | undefined): Draft {
  const out = trunk?.outbound
  return {
    name: trunk?.name ?? '',
    enabled: trunk?.enabled ?? true,
    areaCode: trunk?.areaCode ?? '',
    sources: (trunk?.sources ?? []).join('\n'),
    inUser: trunk?.inbound?.user ?? '',
    inPassword: '',
    calls: out !== undefined,
    host: out?.host ?? '',
    port: out?.port,
    transport: out?.transport ?? 'udp',
    priority: out?.priority ?? 0,
    weight: out?.weight ?? 1,
    outUser: out?.account?.user ?? '',
    outPassword: '',
    registers: out?.register !== undefined,
    registrar: out?.register?.registrar ?? '',
    registerUser: out?.register?.user ?? '',
    expiresSeconds: out?.register?.expiresSeconds ?? 600,
    fromAccount: out?.register?.fromAccount ?? false,
  }
}

/** A password that is left blank stays as it was. */
function account(user: string, password: string): { user: string; password?: string } | undefined {
  return user.trim() === '' ? undefined : { user: user.trim(), ...(password === '' ? {} : { password }) }
}

function some<Name extends string>(name: Name, text: string): { [key in Name]?: string } {
  return text.trim() === '' ? {} : ({ [name]: text.trim() } as { [key in Name]?: string })
}

/** Where its calls go, as one reads it; without a port where SRV records tell it. */
export function wayOf(trunk: Trunk): string {
  const out = trunk.outbound
  return out === undefined ? '' : `${out.host ?? ''}${out.port === undefined || out.port === 0 ? '' : `:${out.port}`} ${(out.transport ?? '').toUpperCase()}`
}

export function orderOf(draft: Draft): Trunk {
  const inbound = account(draft.inUser, draft.inPassword)
  const outAccount = account(draft.outUser, draft.outPassword)
  return {
    name: draft.name.trim(),
    enabled: draft.enabled,
    ...some('areaCode', draft.areaCode),
    sources: draft.sources.split(/[\s,，;；]+/).filter((one) => one !== ''),
    ...(inbound === undefined ? {} : { inbound }),
    ...(draft.calls
      ? {
          outbound: {
            host: draft.host.trim(),
            ...(draft.port === undefined ? {} : { port: draft.port }),
            transport: draft.transport,
            priority: draft.priority,
            weight: draft.weight,
            ...(outAccount === undefined ? {} : { account: outAccount }),
            ...(draft.registers
              ? { register: { ...some('registrar', draft.registrar), ...some('user', draft.registerUser), expiresSeconds: draft.expiresSeconds, fromAccount: draft.fromAccount } }
              : {}),
          },
        }
      : {}),
  }
}
