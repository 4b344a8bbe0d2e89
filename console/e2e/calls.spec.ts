import { expect, test } from '@playwright/test'
import { call, complaints, isAccessible, signIn } from './support'

const HOME = '4006666666'

test('an owner finds a call, and its X-ray tells what happened and shows the signalling', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'shop-owner')
  await page.getByRole('navigation').getByRole('link', { name: '通话记录' }).click()
  await expect(page.getByRole('heading', { name: '通话记录' })).toBeVisible()
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByText(/拨打/)).toBeVisible()
  await page.getByRole('button', { name: 'INVITE' }).first().click()
  await expect(page.locator('pre')).toContainText('INVITE sip:')
  expect(said).toEqual([])
})

test('a call shows on the live board while it goes on; afterwards it is found and its recording plays', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'homeservice-owner')
  await page.getByRole('link', { name: '实时通话' }).click()
  await expect(page.getByRole('status')).toHaveText('实时更新')
  await expect(page.locator('[data-total]')).toHaveText('0')
  await isAccessible(page)

  const from = `1391111${String(Date.now()).slice(-4)}`
  const going = call(HOME, '--from', from, '--keys', '1')
  await expect(page.locator('[data-total]')).toHaveText('1')
  await expect(page.getByRole('row', { name: new RegExp(from) })).toContainText(/\d:\d\d/)
  await isAccessible(page)
  await going
  await expect(page.locator('[data-total]')).toHaveText('0')

  await page.goto(`/calls?number=${HOME}&caller=${from}`)
  const found = page.getByRole('table').getByRole('link')
  await expect(async () => {
    await page.reload()
    await expect(found).toHaveCount(1, { timeout: 1000 })
  }).toPass()
  await isAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toBe('calls.csv')

  await found.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${from} → ${HOME}`)
  await expect(page.getByText('来电者按 1，转到“booking”').first()).toBeVisible()
  await expect(page.getByText(/来电者挂机：通话完成/)).toBeVisible()
  const audio = page.locator('audio')
  await expect(page.locator('figure svg .channel-1')).toBeAttached()
  await audio.evaluate((player: HTMLAudioElement) => {
    player.muted = true
    return player.play()
  })
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(0.2)
  await isAccessible(page)
  expect(said).toEqual([])
})

test('the list asks for what its address says, and says so when there is none', async ({ page }) => {
  await signIn(page, 'shop-owner')
  await page.goto('/calls?result=queue-full&recorded=true')
  await expect(page.getByText('这段时间没有通话。')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(page).toHaveURL(/\/calls$/)
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
})
