import { expect, test, type Page } from '@playwright/test'
import jsQR from 'jsqr'
import { readFile } from 'node:fs/promises'
import { complaints, isAccessible, signIn } from './support'

const SHOP = '4006173952'

async function openKit(page: Page): Promise<void> {
  await signIn(page, 'shop-owner')
  await page.goto(`/numbers/${SHOP}/kit`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('400-617-3952')
}

/** What a reader finds in a picture on the page. */
async function decoded(page: Page, name: string): Promise<string | undefined> {
  const { width, height, data } = await page.getByRole('img', { name }).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    return { width, height, data: Array.from(canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []) }
  })
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('the codes dial the number, in the colours of the firm', async ({ page }) => {
  const said = complaints(page)
  await openKit(page)
  await page.getByLabel('企业名称').fill('贝贝母婴')
  await page.getByLabel('企业颜色').fill('#ffd400')
  await expect(page.getByText(/自动用 #/)).toBeVisible()
  expect(await decoded(page, '扫描后拨打 400-617-3952 的二维码')).toBe(`tel:${SHOP}`)
  await page.getByRole('button', { name: '使用 #b3261e' }).click()
  await expect(page.getByText(/自动用 #/)).toHaveCount(0)
  expect(await decoded(page, '扫描后拨打 400-617-3952 的二维码')).toBe(`tel:${SHOP}`)
  expect(await decoded(page, '印有 400-617-3952 的名片')).toBe(`tel:${SHOP}`)
  expect(said).toEqual([])
})

test('pictures and pages for print are downloaded', async ({ page }) => {
  await openKit(page)
  await page.getByLabel('企业名称').fill('贝贝母婴')
  for (const [words, name] of [['二维码', 'code'], ['名片', 'card'], ['台卡海报', 'poster']] as const) {
    const png = await saved(page, `${words} PNG`)
    expect(png.name).toBe(`${SHOP}-${name}.png`)
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    const pdf = await saved(page, `${words} PDF`)
    expect(pdf.name).toBe(`${SHOP}-${name}.pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.length).toBeGreaterThan(5_000)
  }
})

test('the snippet works on another site, and nothing typed becomes markup', async ({ page }) => {
  await openKit(page)
  await page.getByLabel('企业名称').fill('<img src=x onerror=alert(1)> & Co')
  const snippet = (await page.locator('pre[aria-label="网站代码"]').textContent()) ?? ''
  const signature = (await page.locator('pre[aria-label="邮件签名"]').textContent()) ?? ''
  await page.goto('about:blank')
  await page.setContent(`<!doctype html>${snippet}${signature}`)
  await expect(page.getByRole('link', { name: /拨打热线 400-617-3952/ })).toHaveAttribute('href', `tel:${SHOP}`)
  await expect(page.getByText('<img src=x onerror=alert(1)> & Co')).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

test('the kit has no serious barrier', async ({ page }) => {
  await openKit(page)
  await isAccessible(page)
})
