import { ElMessageBox } from 'element-plus'
import { onMounted, onUnmounted, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

/** Nobody leaves what he has not saved without being asked. */
export function useLeaving(changed: Ref<boolean>): void {
  const { t } = useI18n()

  function unload(event: BeforeUnloadEvent): void {
    if (changed.value) {
      event.preventDefault()
    }
  }

  async function mayLeave(): Promise<boolean> {
    if (!changed.value) {
      return true
    }
    const sure = await ElMessageBox.confirm(t('plan.leaveAsk'), { confirmButtonText: t('plan.leave'), cancelButtonText: t('plan.cancel'), type: 'warning' }).catch(() => undefined)
    return sure !== undefined
  }

  onBeforeRouteLeave(mayLeave)
  // The plan of another number is another page, though its route is the same.
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayLeave())
  onMounted(() => window.addEventListener('beforeunload', unload))
  onUnmounted(() => window.removeEventListener('beforeunload', unload))
}
