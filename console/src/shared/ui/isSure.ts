import { ElMessageBox } from 'element-plus'
import { i18n } from '@/shared/text/i18n'

/** Asks before something that cannot be undone. */
export async function isSure(question: string, title: string, yes: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, title, { type: 'warning', confirmButtonText: yes, cancelButtonText: i18n.global.t('deed.cancel'), confirmButtonClass: 'el-button--danger' })
    return true
  } catch {
    return false
  }
}
