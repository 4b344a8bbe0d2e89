import { ElMessageBox } from 'element-plus'
import { i18n } from '@/shared/text/i18n'

/** Asks before something that cannot be undone. Whether it is meant. */
export async function sure(question: string, title: string, act: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, title, { type: 'warning', confirmButtonText: act, cancelButtonText: i18n.global.t('deed.cancel'), confirmButtonClass: 'el-button--danger', autofocus: false })
    return true
  } catch {
    return false
  }
}
