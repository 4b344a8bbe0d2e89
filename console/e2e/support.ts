import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'

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

export async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
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
    execFile(command, [...words, ...more, number], { timeout: 60_000, cwd: test.info().outputDir.replace(/[^/]*$/, '') }, (error, out, err) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(error)
      } else {
        resolve(out + err)
      }
    })
  })
}
