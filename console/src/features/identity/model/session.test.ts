import { beforeEach, expect, it, vi } from 'vitest'
import { ApiProblem, type Me } from '@/shared/api/client'
import { changeOf, session } from './session'
import { tellTabs } from './tabs'

type Answer = Me | ApiProblem

/** The platform: who it knows, and what it says when he signs out. */
const platform = vi.hoisted(() => ({ me: undefined as unknown, out: undefined as unknown }))

vi.mock('./tabs', () => ({ tellTabs: vi.fn() }))
vi.mock('@/shared/api/client', async (original) => ({
  ...(await original<object>()),
  api: { GET: () => platform.me, DELETE: () => platform.out, POST: () => undefined },
  ask: async (answer: unknown) => {
    if (answer instanceof Error) throw answer
    return answer
  },
}))

const nothing = { allBut: false, nouns: [] }
const somebody = (principal: string): Me => ({ tenant: 't', principal, name: principal, roles: [], scopes: ['*'], rights: { read: nothing, write: nothing } })
const nobody = new ApiProblem(401, 'unauthenticated', 'nobody')
const away = new ApiProblem(0, 'unreachable', 'unreachable')

function answering(me: Answer, out?: Answer): void {
  Object.assign(platform, { me, out })
}

beforeEach(async () => {
  answering(somebody('anna'))
  await session.letIn()
  vi.mocked(tellTabs).mockClear()
})

it('tells who came, went, or is somebody else', () => {
  expect(changeOf(undefined, undefined)).toBe('none')
  expect(changeOf(undefined, somebody('anna'))).toBe('came')
  expect(changeOf(somebody('anna'), undefined)).toBe('gone')
  expect(changeOf(somebody('anna'), somebody('anna'))).toBe('none')
  expect(changeOf(somebody('anna'), somebody('berta'))).toBe('other')
})

it('notices what another tab has done', async () => {
  answering(somebody('berta'))
  expect(await session.again()).toBe('other')
  expect(session.me.value?.name).toBe('berta')
  answering(nobody)
  expect(await session.again()).toBe('gone')
  expect(session.me.value).toBeUndefined()
})

it('takes nobody for signed out because the platform is away', async () => {
  answering(away)
  expect(await session.again()).toBe('none')
  expect(session.me.value?.name).toBe('anna')
})

it('tells the other tabs of coming and going', async () => {
  expect(await session.signOut()).toBe(true)
  expect(session.me.value).toBeUndefined()
  await session.signIn('anna@example.com', 'secret', '')
  expect(session.me.value?.name).toBe('anna')
  expect(tellTabs).toHaveBeenCalledTimes(2)
})

it('signs out whose session was over already', async () => {
  answering(nobody, nobody)
  expect(await session.signOut()).toBe(false)
  expect(session.me.value).toBeUndefined()
})

it('says so when the platform is away, and signs nobody out', async () => {
  answering(somebody('anna'), away)
  await expect(session.signOut()).rejects.toBe(away)
  expect(session.me.value?.name).toBe('anna')
})
