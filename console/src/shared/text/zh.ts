/** Chinese first: whatever is said in the console has its words here, and `en` has the same. */
export const zh = {
  brand: 'Hotline400',
  nav: { signIn: '登录', signOut: '退出', language: 'English', dark: '深色', light: '浅色', skip: '跳到正文', menu: '导航', open: '打开菜单' },
  groups: { market: '选号', service: '我的热线', calls: '通话', money: '费用', account: '账户', desk: '运营台' },
  state: {
    loading: '正在加载…',
    retry: '重试',
    more: '更多',
    problem: { unreachable: '连不上平台，请检查网络后重试。', timeout: '平台在 20 秒内没有回应，请重试。', unexpected: '平台出错了，请稍后重试。', notLoaded: '页面没能加载：平台暂时连不上，或刚刚升级。请重试。' },
  },
  deed: { cancel: '取消', save: '保存', done: '已完成', saved: '已保存', remove: '删除', removed: '已删除', close: '关闭', edit: '编辑', all: '全部', search: '查询', add: '添加', once: '只显示这一次，请立即保存', kept: '我已保存', more: '加载更多', optional: '选填' },
  copy: { act: '复制', of: '复制 {text}', done: '已复制', failed: '浏览器不允许复制，请手动选取。' },
  notAllowed: { title: '没有权限打开这个页面', text: '您的角色不包含此项权限。如有需要，请联系管理员。' },
  notFound: { title: '没有这个页面', back: '回到首页' },
}

export type Words = typeof zh
