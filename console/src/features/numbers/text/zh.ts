export const zh = {
  numbers: { menu: '我的号码', title: '我的号码', none: '还没有号码。先去挑一个吧。', number: '号码', status: '状态', since: '自', toShop: '去选号' },
}
