/** Where a province's square stands: roughly in place, no borders drawn. */
export interface Tile {
  /** As records have it. */
  readonly province: string
  readonly en: string
  /** From the west, from 1. */
  readonly column: number
  /** From the north, from 1. */
  readonly row: number
}

const rows: readonly (readonly [row: number, column: number, province: string, en: string])[] = [
  [1, 8, '黑龙江', 'Heilongjiang'],
  [2, 5, '内蒙古', 'Inner Mongolia'],
  [2, 8, '吉林', 'Jilin'],
  [3, 1, '新疆', 'Xinjiang'],
  [3, 2, '甘肃', 'Gansu'],
  [3, 3, '宁夏', 'Ningxia'],
  [3, 4, '山西', 'Shanxi'],
  [3, 5, '河北', 'Hebei'],
  [3, 6, '北京', 'Beijing'],
  [3, 7, '天津', 'Tianjin'],
  [3, 8, '辽宁', 'Liaoning'],
  [4, 2, '青海', 'Qinghai'],
  [4, 4, '陕西', 'Shaanxi'],
  [4, 5, '河南', 'Henan'],
  [4, 6, '山东', 'Shandong'],
  [5, 1, '西藏', 'Tibet'],
  [5, 3, '四川', 'Sichuan'],
  [5, 4, '重庆', 'Chongqing'],
  [5, 5, '湖北', 'Hubei'],
  [5, 6, '安徽', 'Anhui'],
  [5, 7, '江苏', 'Jiangsu'],
  [5, 8, '上海', 'Shanghai'],
  [6, 3, '云南', 'Yunnan'],
  [6, 4, '贵州', 'Guizhou'],
  [6, 5, '湖南', 'Hunan'],
  [6, 6, '江西', 'Jiangxi'],
  [6, 7, '浙江', 'Zhejiang'],
  [7, 4, '广西', 'Guangxi'],
  [7, 5, '广东', 'Guangdong'],
  [7, 6, '福建', 'Fujian'],
  [7, 8, '台湾', 'Taiwan'],
  [8, 4, '海南', 'Hainan'],
  [8, 5, '澳门', 'Macao'],
  [8, 6, '香港', 'Hong Kong'],
]

export const tiles: readonly Tile[] = rows.map(([row, column, province, en]) => ({ row, column, province, en }))
