/**
 * Addresses of the screens; a part that begins with `$` stands for any one name. The pages show what stands here,
 * and the server knows by it which addresses are theirs.
 */
export const screenPaths = {
  overview: '/',
  units: '/don-vi',
  unit: '/don-vi/$unitId',
  sets: '/bo-tieu-chi',
  set: '/bo-tieu-chi/$setId',
  fillLevels: '/bo-tieu-chi/$setId/ghi-muc',
  coming: '/bo-tieu-chi/$setId/sap-ap-dung',
  missing: '/van-ban-con-thieu',
  compare: '/bo-tieu-chi/so-sanh',
  carryOver: '/bo-tieu-chi/chuyen-ket-luan',
  drafting: '/bo-tieu-chi/soan',
  draft: '/bo-tieu-chi/soan/$draftId',
  comingDraft: '/bo-tieu-chi/soan/$draftId/sap-ap-dung',
  regressions: '/giam-tieu-chi',
  atRisk: '/nguy-co-thu-hoi',
  disagreements: '/so-lieu-lech',
  catalogue: '/bang-mau',
} as const

const shapes = Object.values(screenPaths).map(
  (path) => new RegExp(`^${path.replace(/\/$/, '').replaceAll(/\$\w+/g, '[^/]+')}/?$`),
)

/** Whether an address, without its query, is one of a screen; a slash at its end changes nothing. */
export function isScreenPath(address: string): boolean {
  return address.startsWith('/') && shapes.some((shape) => shape.test(address))
}
