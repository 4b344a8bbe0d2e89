import { expect, test, type Page } from '@playwright/test'
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isAccessible, signIn } from './support'

interface Received {
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** A system of the enterprise: notes what it gets. */
async function receiver(): Promise<{ server: Server; address: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.end('thanks')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

async function open(page: Page): Promise<void> {
  await signIn(page, 'homeservice-owner')
  await page.goto('/webhooks')
  await page.getByRole('button', { name: '新建订阅' }).first().click()
}

/** Without the notes that come and go: what fades cannot be judged. */
async function hasNoBarrier(page: Page): Promise<void> {
  await expect(page.locator('.el-message')).toHaveCount(0)
  await isAccessible(page)
}

/** Until the platform has tried. */
async function untilTried(page: Page, state: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name: '一次投递' })
  await expect(async () => {
    await drawer.getByRole('button', { name: '刷新' }).click()
    await expect(drawer.getByText(state, { exact: true }).first()).toBeVisible({ timeout: 700 })
  }).toPass()
}

async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
  await expect(page).toHaveURL(/\/webhooks$/)
}

test('a webhook is made and tested; where the platform keeps private addresses out it says so at the field', async ({ page }) => {
  const { server, address, received } = await receiver()
  try {
    await open(page)
    const form = page.getByRole('dialog', { name: '新建订阅' })
    await form.getByLabel('接收地址').fill(address)
    await isAccessible(page)
    await form.getByRole('button', { name: '保存' }).click()
    const secret = page.getByRole('dialog', { name: '签名密钥' })
    const refused = form.locator('.el-form-item__error')
    await expect(secret.or(refused)).toBeVisible()
    if (await refused.isVisible()) {
      await expect(refused).toContainText('loopback')
      await form.getByLabel('接收地址').fill('https://hook.hotline400.invalid/hook')
      await form.getByRole('button', { name: '保存' }).click()
    }
    const key = (await secret.locator('code').textContent()) ?? ''
    expect(key.length).toBeGreaterThan(20)
    await secret.getByRole('button', { name: '我已保存' }).click()
    await expect(page.getByText('还没有投递')).toBeVisible()
    await page.getByRole('button', { name: '发送测试事件' }).click()
    const drawer = page.getByRole('dialog', { name: '一次投递' })
    await expect(drawer.locator('pre')).toContainText('"kind": "test"')
    if (received.length > 0 || (await page.getByRole('heading', { level: 1 }).textContent())?.includes('127.0.0.1')) {
      await untilTried(page, '已送达')
      const [first] = received
      const [, time = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]+)/.exec(String(first?.headers['hotline-signature'])) ?? []
      expect(createHmac('sha256', key).update(`${time}.${first?.body}`).digest('hex')).toBe(signature)
      await drawer.getByRole('button', { name: '重发这一条' }).click()
      await expect(drawer.getByText('重发', { exact: true })).toBeVisible()
      await untilTried(page, '已送达')
      expect(received.map((one) => one.headers['idempotency-key'])).toEqual(Array(2).fill(first?.headers['idempotency-key']))
    } else {
      await expect(async () => {
        await drawer.getByRole('button', { name: '刷新' }).click()
        await expect(drawer.getByText('下次尝试')).toBeVisible({ timeout: 700 })
        await expect(drawer.getByRole('row')).not.toHaveCount(0, { timeout: 700 })
      }).toPass()
      await expect(drawer.getByRole('button', { name: '重发这一条' })).toBeDisabled()
    }
    await page.keyboard.press('Escape')
    await remove(page)
  } finally {
    server.close()
  }
})

test('a delivery is sent again, one and those of a period, and the secret is renewed', async ({ page }) => {
  await open(page)
  const form = page.getByRole('dialog', { name: '新建订阅' })
  await form.getByText('邮件', { exact: true }).click()
  await form.getByLabel('邮箱').fill('desk@example.com')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: 'desk@example.com' }).click()
  await page.getByRole('button', { name: '发送测试事件' }).click()
  await untilTried(page, '已送达')
  const drawer = page.getByRole('dialog', { name: '一次投递' })
  await drawer.getByRole('button', { name: '重发这一条' }).click()
  await expect(drawer.getByText('重发', { exact: true })).toBeVisible()
  await untilTried(page, '已送达')
  await hasNoBarrier(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row').filter({ hasText: '测试事件' })).toHaveCount(2)
  await page.getByRole('button', { name: '重发一段时间' }).click()
  const replay = page.getByRole('dialog', { name: '重发一段时间' })
  await replay.getByText('已送达的').click()
  await replay.getByRole('button', { name: '重发' }).click()
  await expect(replay.getByRole('status')).toContainText(/已重发 \d+ 条/)
  await replay.getByRole('button', { name: '关闭' }).last().click()
  await hasNoBarrier(page)
  await remove(page)
})
