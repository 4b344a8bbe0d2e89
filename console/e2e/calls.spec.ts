import { expect, test } from '@playwright/test'
import { complaints, signIn } from './support'

test('an owner finds a call, and its X-ray tells what happened and shows the signalling', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'shop-owner')
  await page.getByRole('link', { name: '通话记录' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByText(/拨打/)).toBeVisible()
  await page.getByRole('button', { name: 'INVITE' }).first().click()
  await expect(page.locator('pre')).toContainText('INVITE sip:')
  expect(said).toEqual([])
})
