export const zh = {
  signIn: { title: '登录', name: '邮箱', password: '密码', code: '验证码（验证器应用或恢复码）', submit: '登录', expired: '登录已过期，请重新登录。' },
}
