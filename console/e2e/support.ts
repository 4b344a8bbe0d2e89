import AxeBuilder from '@axe-core/playwright'
import { expect, request, test, type APIRequestContext, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The sample data's people, and their passwords: `HOTLINE_ACCOUNTS` has `name=password` on each line. */
const passwords = new Map((process.env.HOTLINE_ACCOUNTS ?? '').split('\n').map((line) => line.trim().split('=', 2) as [string, string]))

/** What the browser complained of: a page that is right says nothing, but for the question who has signed in. */
export function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) {
      said.push(message.text())
    }
  })
  return said
}

/** In both themes: by every rule in the one that is on, and in the other by those of colour, which is all that differs. */
export async function isAccessible(page: Page): Promise<void> {
  await hasNoSeriousBarrier(new AxeBuilder({ page }))
  await turnTheme(page)
  await hasNoSeriousBarrier(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
  await turnTheme(page)
}

/** Returns when colours have stopped to fade. */
async function turnTheme(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.documentElement.classList.toggle('dark')
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(fading.map((one) => one.finished))
  })
}

async function hasNoSeriousBarrier(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

export function password(name: string): string {
  const found = passwords.get(name)
  if (found === undefined) {
    throw new Error(`HOTLINE_ACCOUNTS names no ${name}: ${[...passwords.keys()].join(', ')}`)
  }
  return found
}

/** Through the form, as one of the sample data's people. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password(name))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** A real call from the carrier's side, by `./hotline call`: what it told. `HOTLINE_CALL` is that command, a word a line. */
export async function call(number: string, ...more: string[]): Promise<string> {
  const [command = '', ...words] = (process.env.HOTLINE_CALL ?? '').split('\n')
  test.skip(command === '', 'HOTLINE_CALL is not set')
  return new Promise((resolve, reject) => {
    execFile(command, [...words, ...more, number], { timeout: 90_000, cwd: test.info().outputDir.replace(/[^/]*$/, '') }, (error, out, err) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(error)
      } else {
        resolve(out + err)
      }
    })
  })
}

/** The platform's API with somebody's session, for what others do while a story goes on; `change` proves itself as a page of ours does. */
export interface Desk {
  get(path: string): Promise<Record<string, unknown>>
  change(path: string, body?: object): Promise<Record<string, unknown>>
  leave(): Promise<void>
}

export async function desk(name: string): Promise<Desk> {
  const context: APIRequestContext = await request.newContext({ baseURL: test.info().project.use.baseURL })
  const answered = await context.post('/api/v1/session', { data: { mail: name, password: password(name) } })
  expect(answered.ok(), await answered.text()).toBe(true)
  const { cookies } = await context.storageState()
  const proof = cookies.find((one) => one.name === 'hotline-csrf')?.value ?? ''
  return {
    async get(path) {
      const answer = await context.get(path)
      expect(answer.ok(), `GET ${path}: ${await answer.text()}`).toBe(true)
      return (await answer.json()) as Record<string, unknown>
    },
    async change(path, body = {}) {
      const answer = await context.post(path, { data: body, headers: { 'X-CSRF-Token': proof } })
      expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true)
      return (await answer.json()) as Record<string, unknown>
    },
    leave: () => context.dispose(),
  }
}

function decoded(mail: string): string {
  const end = mail.search(/\r?\n\r?\n/)
  const text = mail.slice(end).trim()
  if (/^content-transfer-encoding: *base64/im.test(mail.slice(0, end))) {
    return Buffer.from(text, 'base64').toString('utf8')
  }
  // Quoted-printable, but for the Chinese words, which nobody looks for here.
  return text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The path with its code that the newest letter to an address leads to: `HOTLINE_OUTBOX` is where the platform puts its letters. */
export async function mailedLink(address: string, page: string): Promise<string> {
  const folder = process.env.HOTLINE_OUTBOX ?? ''
  test.skip(folder === '', 'HOTLINE_OUTBOX is not set')
  let link: string | undefined
  await expect(async () => {
    const letters = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort().reverse()
    for (const letter of letters) {
      const mail = await readFile(join(folder, letter), 'utf8')
      const found = mail.includes(address) ? new RegExp(`/${page}#[A-Za-z0-9_-]{43}`).exec(decoded(mail))?.[0] : undefined
      if (found !== undefined) {
        link = found
        return
      }
    }
    expect(letters, `a letter to ${address} with a link to /${page}`).toBeUndefined()
  }).toPass({ timeout: 60_000 })
  return link ?? ''
}
