import { ElMessageBox } from 'element-plus'
import { onMounted, onUnmounted, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'

/** Nobody leaves what he has not saved without being asked. */
export function useLeaving(changed: Ref<boolean>): void {
  const { t } = useI18n()

  function unload(event: BeforeUnloadEvent): void {
    if (changed.value) {
      event.preventDefault()
    }
  }

  onBeforeRouteLeave(async () => {
    if (!changed.value) {
      return true
    }
    const sure = await ElMessageBox.confirm(t('plan.leaveAsk'), { confirmButtonText: t('plan.leave'), cancelButtonText: t('plan.cancel'), type: 'warning' }).catch(() => undefined)
    return sure !== undefined
  })
  onMounted(() => window.addEventListener('beforeunload', unload))
  onUnmounted(() => window.removeEventListener('beforeunload', unload))
}
